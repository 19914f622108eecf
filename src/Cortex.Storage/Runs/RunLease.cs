namespace Cortex.Storage.Runs;

/// <summary>The right to call the tool of the step under way: while it lasts, nobody else calls it, or asks whether it was done.</summary>
/// <param name="Owner">The silo that has it, for people; that a write names the revision that it replaces is what keeps others out.</param>
/// <param name="CalledAt">Since when.</param>
/// <param name="Until">Until when the call can still take effect.</param>
public sealed record RunLease(string Owner, DateTimeOffset CalledAt, DateTimeOffset Until);
