using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Hosting;
using Cortex.Sandbox.Records;

namespace Cortex.Sandbox.Nango;

/// <summary>Session tokens for the front end's connect dialog. Checked like Nango's; nobody can sign in with them here.</summary>
internal static class ConnectSessions
{
    private const int TokenBytes = 32;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    private static readonly string[] Common =
        ["tags", "end_user", "organization", "integrations_config_defaults", "overrides", "webhook_url_override"];

    public static void MapConnectSessions(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/connect/sessions", CreateAsync);
        routes.MapPost("/connect/sessions/reconnect", ReconnectAsync);
    }

    private static async Task<IResult> CreateAsync(
        HttpContext http, Integrations integrations, SandboxAddress address, TimeProvider time, CancellationToken cancellationToken)
    {
        var body = await BodyReader.ReadAsync(http.Request, cancellationToken);
        body.Allow(["allowed_integrations", .. Common]);
        if (ConnectionTags.Read(body) is null)
        {
            body.Add("custom", "Either tags or end_user is required", "tags");
        }

        foreach (var key in body.Array("allowed_integrations") ?? [])
        {
            if (key?.GetValueKind() != JsonValueKind.String || integrations.ProviderOf(key.GetValue<string>()) is null)
            {
                body.Add("custom", "Integration does not exist", "allowed_integrations");
            }
        }

        return Answer(http, body, address, time);
    }

    private static async Task<IResult> ReconnectAsync(
        HttpContext http, ConnectionStore connections, SandboxAddress address, TimeProvider time, CancellationToken cancellationToken)
    {
        var body = await BodyReader.ReadAsync(http.Request, cancellationToken);
        body.Allow(["connection_id", "integration_id", .. Common]);
        _ = ConnectionTags.Read(body);
        var connectionId = body.RequiredText("connection_id");
        var integrationId = body.RequiredText("integration_id");
        if (body.Faults.Count == 0 && connections.Find(connectionId, integrationId) is null)
        {
            body.Add("custom", "Connection does not exist", "connection_id");
        }

        return Answer(http, body, address, time);
    }

    private static IResult Answer(HttpContext http, BodyReader body, SandboxAddress address, TimeProvider time)
    {
        if (QueryFaults.Unknown(http.Request.Query).ToArray() is { Length: > 0 } queryFaults)
        {
            return NangoResults.InvalidQuery(queryFaults);
        }

        if (body.Faults.Count > 0)
        {
            return NangoResults.InvalidBody(body.Faults);
        }

        var token = $"nango_connect_session_{RandomNumberGenerator.GetHexString(TokenBytes * 2, lowercase: true)}";
        var data = new JsonObject
        {
            ["token"] = token,
            ["connect_link"] = $"{address.PublicUrl}/?session_token={token}",
            ["expires_at"] = RecordTime.Iso(time.GetUtcNow() + Life),
        };
        return NangoResults.Json(new JsonObject { ["data"] = data }, StatusCodes.Status201Created);
    }
}
