using System.Text.Json.Nodes;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Webhooks;

namespace Cortex.Sandbox.Nango;

internal static class ConnectionsEndpoints
{
    private const string IntegrationParameter = "provider_config_key";

    private static readonly string[] CredentialOptions = ["force_refresh", "refresh_token", "refresh_github_app_jwt_token"];

    public static void MapConnections(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/connections", List);
        routes.MapGet("/connections/{connectionId}", Get);
        routes.MapPatch("/connections/{connectionId}", PatchAsync);
        routes.MapDelete("/connections/{connectionId}", Delete);
    }

    private static IResult List(HttpContext http, ConnectionStore connections)
    {
        var filter = new ConnectionFilter(http.Request.Query);
        return filter.Faults.Count > 0
            ? NangoResults.InvalidQuery(filter.Faults)
            : NangoResults.Json(new JsonObject
            {
                ["connections"] = new JsonArray([.. filter.Apply(connections.All).Select(ConnectionJson.InList)]),
            });
    }

    private static IResult Get(string connectionId, HttpContext http, ConnectionStore connections, Integrations integrations)
    {
        if (Integration(http.Request.Query, integrations, out var key, CredentialOptions) is { } refusal)
        {
            return refusal;
        }

        if (CredentialOptions.Any(name => http.Request.Query[name] == "true"))
        {
            return NangoResults.Error(
                StatusCodes.Status403Forbidden,
                "forbidden",
                "Credential and refresh options require the environment:connections:read_credentials scope");
        }

        return connections.Find(connectionId, key) is { } connection
            ? NangoResults.Json(ConnectionJson.Single(connection))
            : NangoResults.Error(StatusCodes.Status404NotFound, "not_found", "Failed to find connection");
    }

    private static async Task<IResult> PatchAsync(
        string connectionId, HttpContext http, ConnectionStore connections, Integrations integrations, CancellationToken cancellationToken)
    {
        if (Integration(http.Request.Query, integrations, out var key) is { } refusal)
        {
            return refusal;
        }

        var body = await BodyReader.ReadAsync(http.Request, cancellationToken);
        body.Allow("tags", "end_user", "webhook_url_override");
        var tags = ConnectionTags.Read(body);
        var url = WebhookUrlOverride.Read(body);
        if (body.Faults.Count > 0)
        {
            return NangoResults.InvalidBody(body.Faults);
        }

        var changed = connections.Change(connectionId, key, connection => connection with
        {
            Tags = tags ?? connection.Tags,
            WebhookUrlOverride = url is null ? connection.WebhookUrlOverride : WebhookUrlOverride.OrNone(url),
        });
        return changed is null
            ? NangoResults.Error(StatusCodes.Status404NotFound, "not_found", "Failed to find connection")
            : NangoResults.Success();
    }

    private static IResult Delete(
        string connectionId, HttpContext http, Integrations integrations, ConnectionRemoval removal, EnvironmentSettings environment,
        WebhookSender webhooks, IHostApplicationLifetime lifetime)
    {
        if (Integration(http.Request.Query, integrations, out var key) is { } refusal)
        {
            return refusal;
        }

        if (removal.Remove(connectionId, key) is not { } deleted)
        {
            return NangoResults.UnknownConnection();
        }

        if (environment.Switches.OnConnectionDeletion)
        {
            _ = webhooks.SendAsync(WebhookBodies.Auth(deleted, "deletion"), 1, lifetime.ApplicationStopping);
        }

        return NangoResults.Success();
    }

    /// <summary>The integration that the query must name; the refusal if it does not.</summary>
    private static IResult? Integration(IQueryCollection query, Integrations integrations, out string key, params string[] alsoAllowed)
    {
        List<NangoFault> faults = [.. QueryFaults.Unknown(query, [IntegrationParameter, .. alsoAllowed])];
        key = QueryFaults.Single(query, IntegrationParameter, faults) ?? "";
        if (key.Length == 0)
        {
            faults.Add(new NangoFault("invalid_type", "Invalid input: expected string, received undefined", [IntegrationParameter]));
        }

        if (faults.Count > 0)
        {
            return NangoResults.InvalidQuery(faults);
        }

        return integrations.ProviderOf(key) is null
            ? NangoResults.Error(StatusCodes.Status400BadRequest, "unknown_provider_config", "Provider does not exist")
            : null;
    }
}
