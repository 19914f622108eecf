namespace Cortex.Storage.DeadLetters;

/// <summary>How many deliveries or runs were given up for one reason.</summary>
/// <param name="Kind">One of <see cref="DeadLetterKind"/>.</param>
/// <param name="Reason">One of <see cref="DeadReason"/>.</param>
/// <param name="Count">How many.</param>
/// <param name="Oldest">When the first of those that are kept was given up.</param>
/// <param name="Newest">When the last was.</param>
public sealed record DeadLetterCount(string Kind, string Reason, long Count, DateTimeOffset Oldest, DateTimeOffset Newest);
