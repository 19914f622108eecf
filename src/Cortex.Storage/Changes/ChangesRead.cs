namespace Cortex.Storage.Changes;

/// <summary>What one look at the tables found.</summary>
/// <param name="At">The database's time just before it looked: what had committed by then was seen.</param>
/// <param name="OfUsers">One for each that was asked for, in that order.</param>
public sealed record ChangesRead(DateTimeOffset At, IReadOnlyList<UserChanges> OfUsers);
