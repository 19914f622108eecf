using Cortex.Programs;

namespace Cortex;

/// <summary>One item of a <see cref="Backtest"/>.</summary>
/// <param name="RecordId">The provider's id.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="Title">What people call it: an email's subject; or null.</param>
/// <param name="Condition">For one that did not match: the condition that stood in the way.</param>
[GenerateSerializer, Immutable, Alias("cortex.backtest-item")]
public sealed record BacktestItem(string RecordId, DateTimeOffset OccurredAt, string? Title, ConditionReport? Condition);
