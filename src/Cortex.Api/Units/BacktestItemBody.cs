namespace Cortex.Api.Units;

/// <param name="Id">The provider's id of the record.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="Title">What people call it, such as an email's subject; or null.</param>
/// <param name="Condition">For one that did not match: the condition that stood in the way, with what it saw.</param>
internal sealed record BacktestItemBody(string Id, DateTime OccurredAt, string? Title, ConditionBody? Condition)
{
    public static BacktestItemBody Of(BacktestItem item) =>
        new(item.RecordId, item.OccurredAt.UtcDateTime, item.Title, item.Condition is { } condition ? ConditionBody.Of(condition) : null);
}
