namespace Cortex;

/// <summary>A user's account at a provider, as Nango names it.</summary>
/// <param name="ProviderConfigKey">Nango's integration id.</param>
/// <param name="ConnectionId">Nango's connection id.</param>
public sealed record ProviderAccount(string ProviderConfigKey, string ConnectionId);
