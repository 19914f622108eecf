namespace Cortex.Sandbox.Control;

internal sealed record NewConnection(string Uid, string ProviderConfigKey, string? ConnectionId = null, string? Email = null);
