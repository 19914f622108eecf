namespace Cortex.Api.Connections;

/// <summary>An account that the user has just connected with Nango's dialog.</summary>
/// <param name="ConnectionId">Nango's connection id.</param>
/// <param name="ProviderConfigKey">Nango's integration id.</param>
internal sealed record ConnectRequest(string ConnectionId, string ProviderConfigKey);
