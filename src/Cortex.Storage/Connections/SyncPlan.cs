namespace Cortex.Storage.Connections;

/// <summary>When Nango was asked to sync an account, and when it is to be asked next.</summary>
/// <param name="AskedAt">When it was asked.</param>
/// <param name="DueAt">When it is to be asked next; null if it is not.</param>
public sealed record SyncPlan(DateTimeOffset? AskedAt, DateTimeOffset? DueAt);
