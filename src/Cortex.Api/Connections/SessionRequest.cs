namespace Cortex.Api.Connections;

/// <param name="ProviderConfigKey">The only integration to offer; all if absent.</param>
internal sealed record SessionRequest(string? ProviderConfigKey = null);
