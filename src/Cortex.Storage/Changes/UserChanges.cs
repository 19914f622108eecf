namespace Cortex.Storage.Changes;

/// <summary>What changed of one user's rows.</summary>
/// <param name="Changes">The oldest first.</param>
/// <param name="IsCut">Whether there are more than one read tells (<see cref="ChangeStore.RowsMax"/>); which, it does not say.</param>
public sealed record UserChanges(IReadOnlyList<Change> Changes, bool IsCut);
