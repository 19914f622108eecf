using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Webhooks;

namespace Cortex.Sandbox.Control;

/// <summary>What happens to a connection without its owner: its authorisation breaks or comes back, or somebody deletes it.</summary>
internal static class ConnectionLifeControl
{
    public static void MapConnectionLifeControl(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sandbox/connections/{connectionId}/break", BreakAsync).RequireCors(ConsoleCors.Policy);
        routes.MapPost("/sandbox/connections/{connectionId}/recover", RecoverAsync).RequireCors(ConsoleCors.Policy);
        routes.MapDelete("/sandbox/connections/{connectionId}", DeleteAsync);
    }

    private static async Task<IResult> BreakAsync(
        string connectionId, BreakRequest request, ConnectionStore connections, WebhookSender webhooks, CancellationToken cancellationToken)
    {
        if (request.Status is not (StatusCodes.Status400BadRequest or StatusCodes.Status424FailedDependency))
        {
            return ControlResults.Invalid("status must be 400 or 424.");
        }

        var failure = new RefreshFailure(request.Status, request.Exhausted, Guid.NewGuid().ToString("N"));
        if (Change(connections, connectionId, known => known with { RefreshFailure = failure }) is not { } broken)
        {
            return Unknown(connectionId);
        }

        return await AnswerAsync(request.Webhook ? WebhookBodies.RefreshFailed(broken) : null, connectionId, webhooks, cancellationToken);
    }

    private static async Task<IResult> RecoverAsync(
        string connectionId, RecoverRequest request, ConnectionStore connections, WebhookSender webhooks, CancellationToken cancellationToken)
    {
        if (connections.Find(connectionId) is { RefreshFailure: null })
        {
            return ControlResults.Conflict($"The connection '{connectionId}' is not broken.");
        }

        if (Change(connections, connectionId, known => known with { RefreshFailure = null }) is not { } sound)
        {
            return Unknown(connectionId);
        }

        return await AnswerAsync(request.Webhook ? WebhookBodies.Auth(sound, "refresh") : null, connectionId, webhooks, cancellationToken);
    }

    /// <summary>As somebody does in Nango's dashboard; whether a webhook tells is the environment's to say, unless the query says it.</summary>
    private static async Task<IResult> DeleteAsync(
        string connectionId, bool? webhook, ConnectionStore connections, ConnectionRemoval removal, EnvironmentSettings environment,
        WebhookSender webhooks, CancellationToken cancellationToken)
    {
        if (connections.Find(connectionId) is not { } found || removal.Remove(connectionId, found.ProviderConfigKey) is not { } deleted)
        {
            return Unknown(connectionId);
        }

        var tells = webhook ?? environment.Switches.OnConnectionDeletion;
        return await AnswerAsync(tells ? WebhookBodies.Auth(deleted, "deletion") : null, connectionId, webhooks, cancellationToken);
    }

    private static Connection? Change(ConnectionStore connections, string connectionId, Func<Connection, Connection> change)
        => connections.Find(connectionId) is { } found ? connections.Change(connectionId, found.ProviderConfigKey, change) : null;

    private static async Task<IResult> AnswerAsync(
        System.Text.Json.Nodes.JsonObject? body, string connectionId, WebhookSender webhooks, CancellationToken cancellationToken)
    {
        var webhook = body is null ? null : await webhooks.SendAsync(body, 1, cancellationToken);
        return Results.Json(new { connectionId, webhook });
    }

    private static IResult Unknown(string connectionId) => ControlResults.NotFound($"There is no connection '{connectionId}'.");
}
