using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Webhooks;

namespace Cortex.Sandbox.Sessions;

/// <summary>
/// The end of a connect dialog. As at Nango the connection is there first, the browser learns of it next and the webhook goes out last,
/// so the two are separate here.
/// </summary>
internal sealed class ConnectFlow(ConnectionStore connections, Integrations integrations, WebhookSender webhooks)
{
    /// <summary>Nango's words when a provider sends no code back.</summary>
    public const string Denied = "Did not get authorization code in the callback. Provider error: error: access_denied";

    /// <summary>Makes or renews the connection.</summary>
    public ConnectOutcome Allow(ConnectSession session, string providerConfigKey)
    {
        var connectionId = session.ConnectionId ?? Guid.NewGuid().ToString();
        var connection = session.ConnectionId is null
            ? connections.Authorize(connectionId, providerConfigKey, integrations.ProviderOf(providerConfigKey)!, session.Tags)?.Connection
            : connections.Reauthorize(connectionId, providerConfigKey, session.Tags);
        if (connection is not null && session.WebhookUrlOverride is { } url)
        {
            var own = url.Length > 0 ? url : null;
            connection = connections.Change(connectionId, providerConfigKey, known => known with { WebhookUrlOverride = own });
        }

        return new ConnectOutcome(connectionId, providerConfigKey, connection, Operation(session));
    }

    /// <summary>The user refused.</summary>
    public static ConnectOutcome Deny(ConnectSession session, string providerConfigKey)
        => new(session.ConnectionId ?? Guid.NewGuid().ToString(), providerConfigKey, null, Operation(session));

    /// <summary>Tells the application.</summary>
    public Task<WebhookAttempt> TellAsync(ConnectOutcome outcome, CancellationToken cancellationToken)
        => webhooks.SendAsync(Body(outcome), 1, cancellationToken);

    private System.Text.Json.Nodes.JsonObject Body(ConnectOutcome outcome)
    {
        if (outcome.Connection is { } connection)
        {
            return WebhookBodies.Auth(connection, outcome.Operation);
        }

        return connections.Find(outcome.ConnectionId, outcome.ProviderConfigKey) is { } kept
            ? WebhookBodies.Failed(kept, outcome.Operation, "callback_err", Denied)
            : WebhookBodies.CreationFailed(
                outcome.ConnectionId, outcome.ProviderConfigKey, integrations.ProviderOf(outcome.ProviderConfigKey)!, "callback_err", Denied);
    }

    private static string Operation(ConnectSession session) => session.ConnectionId is null ? "creation" : "override";
}
