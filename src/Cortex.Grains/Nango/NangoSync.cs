namespace Cortex.Nango;

/// <summary>What Nango says about one sync of a connection.</summary>
/// <param name="Name">The sync's name.</param>
/// <param name="Variant">The sync variant, or null for the base one.</param>
/// <param name="Status">How it stands.</param>
/// <param name="FinishedAt">When its last run ended; null if none has.</param>
/// <param name="Models">The models that it has saved records of, in order; none before its first run.</param>
public sealed record NangoSync(string Name, string? Variant, SyncState Status, DateTimeOffset? FinishedAt, IReadOnlyList<string> Models);
