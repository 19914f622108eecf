namespace Cortex.Nango;

/// <summary>Which records to read.</summary>
/// <param name="ProviderConfigKey">Nango's integration id.</param>
/// <param name="ConnectionId">Nango's connection id.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Variant">The sync variant, or null for the base one.</param>
/// <param name="Cursor">Opaque, exclusive; or null.</param>
/// <param name="ModifiedAfter">Inclusive; or null. Ignored by Nango beyond 365 days, so the client leaves older ones out.</param>
/// <param name="Limit">1 to 10,000.</param>
/// <param name="Priority">Whom the reading serves: a sync that was reported, or the search for what was missed.</param>
public sealed record RecordsQuery(
    string ProviderConfigKey,
    string ConnectionId,
    string Model,
    string? Variant,
    string? Cursor,
    DateTimeOffset? ModifiedAfter,
    int Limit,
    CallPriority Priority = CallPriority.Sync);
