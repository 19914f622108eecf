using Cortex.Storage.Connections;

namespace Cortex.Api.Connections;

/// <summary>The user's account at a provider.</summary>
/// <param name="Id">Cortex's name for it.</param>
/// <param name="ConnectionId">Nango's name for it.</param>
internal sealed record ConnectionBody(
    string Id,
    string ConnectionId,
    string Provider,
    string ProviderConfigKey,
    string? Email,
    string Status,
    DateTime CreatedAt,
    DateTime? LastEventAt)
{
    public static ConnectionBody Of(ConnectionRow row) => new(
        row.Key.ToString(),
        row.ConnectionId,
        row.Provider,
        row.ProviderConfigKey,
        row.Email,
        row.Status,
        row.CreatedAt.UtcDateTime,
        row.LastEventAt?.UtcDateTime);
}
