using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Control;

namespace Cortex.Sandbox.Sessions;

/// <summary>Goes through a connect dialog without a browser.</summary>
internal static class SessionControl
{
    public static void MapSessionControl(this IEndpointRouteBuilder routes) => routes.MapPost("/sandbox/sessions", CompleteAsync);

    private static async Task<IResult> CompleteAsync(
        SessionChoice choice, ConnectSessionStore sessions, Integrations integrations, ConnectFlow flow, CancellationToken cancellationToken)
    {
        if (sessions.Find(choice.Token) is not { } session)
        {
            return ControlResults.NotFound("There is no session with this token; it may have expired.");
        }

        var key = choice.ProviderConfigKey ?? (session.AllowedIntegrations is [var only] ? only : null);
        if (key is null || integrations.ProviderOf(key) is null || !session.Allows(key))
        {
            return ControlResults.Invalid($"providerConfigKey must be one that the session allows: {string.Join(", ", integrations.Keys.Where(session.Allows))}.");
        }

        var outcome = choice.Allow ? flow.Allow(session, key) : ConnectFlow.Deny(session, key);
        if (choice.Allow && outcome.Connection is null)
        {
            return ControlResults.NotFound($"There is no connection '{outcome.ConnectionId}' any more.");
        }

        var webhook = await flow.TellAsync(outcome, cancellationToken);
        return Results.Json(new { outcome.ConnectionId, outcome.ProviderConfigKey, outcome.Operation, webhook });
    }
}
