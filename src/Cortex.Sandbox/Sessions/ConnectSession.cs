using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Sessions;

/// <summary>What a connect dialog may do: make one connection for a user, or renew the authorisation of one.</summary>
/// <param name="Token">What the dialog shows for it.</param>
/// <param name="Tags">What the connection will carry; a reconnect session without tags has none, and leaves the connection none.</param>
/// <param name="AllowedIntegrations">The provider config keys to choose from; null allows all.</param>
/// <param name="Shown">More that a reader of the session sees as it was given.</param>
/// <param name="EndUser">The deprecated end_user as the session shows it; null when it was made with tags alone.</param>
/// <param name="WebhookUrlOverride">The connection's own address for webhooks.</param>
/// <param name="ConnectionId">The connection to renew; null makes a new one.</param>
/// <param name="ExpiresAt">After this instant nobody knows it.</param>
internal sealed record ConnectSession(
    string Token,
    IReadOnlyDictionary<string, string> Tags,
    IReadOnlyList<string>? AllowedIntegrations,
    JsonObject Shown,
    JsonObject? EndUser,
    string? WebhookUrlOverride,
    string? ConnectionId,
    DateTimeOffset ExpiresAt)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    public bool Allows(string providerConfigKey) => AllowedIntegrations is null || AllowedIntegrations.Contains(providerConfigKey);
}
