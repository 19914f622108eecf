namespace Cortex.Api.Connections;

/// <param name="ProviderConfigKey">The only integration to offer; all if absent.</param>
/// <param name="Connection">The id (<c>con_…</c>) of a connection to authorise again; then a new one is not made, and <paramref name="ProviderConfigKey"/> does not count.</param>
internal sealed record SessionRequest(string? ProviderConfigKey = null, string? Connection = null);
