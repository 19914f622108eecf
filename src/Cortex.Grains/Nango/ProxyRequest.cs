namespace Cortex.Nango;

/// <summary>One call to a provider through Nango's proxy.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The provider's path and query, beginning with a slash, every variable segment and value percent-encoded by the caller.</param>
/// <param name="ProviderConfigKey">Nango's integration id.</param>
/// <param name="ConnectionId">Nango's connection id.</param>
/// <param name="JsonBody">The body, or null.</param>
/// <param name="Priority">Whom the call serves: most of them a run's step.</param>
/// <param name="Gate">Asked before it goes out; null for a call without an effect.</param>
public sealed record ProxyRequest(
    HttpMethod Method, string Path, string ProviderConfigKey, string ConnectionId, string? JsonBody = null, CallPriority Priority = CallPriority.Run,
    IEffectGate? Gate = null);
