using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Hosting;
using Cortex.Sandbox.Records;
using Cortex.Sandbox.Sessions;

namespace Cortex.Sandbox.Nango;

/// <summary>Makes the sessions of the front end's connect dialog, checked like Nango's.</summary>
internal static class ConnectSessions
{
    private static readonly string[] Common =
        ["tags", "end_user", "organization", "integrations_config_defaults", "overrides", "webhook_url_override"];

    public static void MapConnectSessions(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/connect/sessions", CreateAsync);
        routes.MapPost("/connect/sessions/reconnect", ReconnectAsync);
    }

    private static async Task<IResult> CreateAsync(
        HttpContext http, Integrations integrations, ConnectSessionStore sessions, SandboxAddress address, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var body = await BodyReader.ReadAsync(http.Request, cancellationToken);
        body.Allow(["allowed_integrations", .. Common]);
        var tags = ConnectionTags.Read(body);
        if (tags is null)
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

        var allowed = body.Faults.Count == 0 ? body.Array("allowed_integrations")?.Select(key => key!.GetValue<string>()).ToArray() : null;
        return Answer(http, Read(body, tags, allowed, null, time), body, sessions, address);
    }

    private static async Task<IResult> ReconnectAsync(
        HttpContext http, ConnectionStore connections, ConnectSessionStore sessions, SandboxAddress address, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var body = await BodyReader.ReadAsync(http.Request, cancellationToken);
        body.Allow(["connection_id", "integration_id", .. Common]);
        var tags = ConnectionTags.Read(body);
        var connectionId = body.RequiredText("connection_id");
        var integrationId = body.RequiredText("integration_id");
        if (body.Faults.Count == 0 && connections.Find(connectionId, integrationId) is null)
        {
            body.Add("custom", "Connection does not exist", "connection_id");
        }

        return Answer(http, Read(body, tags, [integrationId], connectionId, time), body, sessions, address);
    }

    private static ConnectSession Read(
        BodyReader body, Dictionary<string, string>? tags, string[]? allowed, string? connectionId, TimeProvider time)
    {
        JsonObject shown = [];
        foreach (var name in new[] { "integrations_config_defaults", "overrides" })
        {
            if (body.Object(name) is { } given)
            {
                shown[name] = given.DeepClone();
            }
        }

        return new ConnectSession(
            SessionToken.New(), tags ?? [], allowed, shown, EndUserJson.Of(body.Object("end_user"), body.Object("organization")),
            WebhookUrlOverride.Read(body), connectionId, time.GetUtcNow() + ConnectSession.Life);
    }

    private static IResult Answer(
        HttpContext http, ConnectSession session, BodyReader body, ConnectSessionStore sessions, SandboxAddress address)
    {
        if (QueryFaults.Unknown(http.Request.Query).ToArray() is { Length: > 0 } queryFaults)
        {
            return NangoResults.InvalidQuery(queryFaults);
        }

        if (body.Faults.Count > 0)
        {
            return NangoResults.InvalidBody(body.Faults);
        }

        sessions.Add(session);
        var data = new JsonObject
        {
            ["token"] = session.Token,
            ["connect_link"] = $"{address.PublicUrl}{ConnectDialog.Path}?session_token={session.Token}",
            ["expires_at"] = RecordTime.Iso(session.ExpiresAt),
        };
        return NangoResults.Json(new JsonObject { ["data"] = data }, StatusCodes.Status201Created);
    }
}
