namespace Cortex.Sandbox.Sessions;

/// <summary>A pop-up that is at the provider's page: whose session it serves, for which integration, and which socket waits for it.</summary>
internal sealed record PendingConsent(string State, ConnectSession Session, string ProviderConfigKey, string? SocketId, DateTimeOffset ExpiresAt);
