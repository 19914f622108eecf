namespace Cortex.Sandbox.Control;

/// <summary>A run of a sync that goes wrong.</summary>
/// <param name="ConnectionId">The account.</param>
/// <param name="Models">What the sync saves; empty for a run that was aborted.</param>
/// <param name="SyncName">The sync; by default the one that saves the first model.</param>
/// <param name="Status">The provider's error that its script met; null for a script that failed by itself.</param>
/// <param name="Description">What the webhook says of it.</param>
internal sealed record FailedSync(
    string ConnectionId, IReadOnlyList<string> Models, string? SyncName = null, int? Status = null, string? Description = null);
