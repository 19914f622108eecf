namespace Cortex.Storage.Connections;

/// <summary>One row of <c>connections</c>.</summary>
public sealed record ConnectionRow(
    ConnectionKey Key,
    UserId User,
    string Provider,
    string ProviderConfigKey,
    string ConnectionId,
    string? Email,
    string Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastEventAt);
