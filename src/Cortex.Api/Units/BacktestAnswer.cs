namespace Cortex.Api.Units;

/// <summary>What the automation would have done with the past items that are stored.</summary>
/// <param name="Since">The oldest time looked at.</param>
/// <param name="Examined">Items that its trigger is about.</param>
/// <param name="Complete">False if there were more than <c>limits.items</c>: then the oldest are missing.</param>
/// <param name="Counts">How many there are of each sort.</param>
/// <param name="Matches">Those that it would have run on, newest first.</param>
/// <param name="Undecided">Those that depend on a condition which only a model could judge.</param>
/// <param name="NearMisses">Those that failed exactly one condition, with that condition.</param>
/// <param name="Limits">How much is looked at and listed.</param>
internal sealed record BacktestAnswer(
    DateTime Since,
    int Examined,
    bool Complete,
    BacktestCounts Counts,
    IEnumerable<BacktestItemBody> Matches,
    IEnumerable<BacktestItemBody> Undecided,
    IEnumerable<BacktestItemBody> NearMisses,
    BacktestLimits Limits)
{
    public static BacktestAnswer Of(Backtest backtest) => new(
        backtest.Since.UtcDateTime,
        backtest.Examined,
        backtest.IsComplete,
        new(backtest.Matched, backtest.Undecided, backtest.NearMissed),
        backtest.Matches.Select(BacktestItemBody.Of),
        backtest.OpenItems.Select(BacktestItemBody.Of),
        backtest.NearMisses.Select(BacktestItemBody.Of),
        new(Backtest.ItemsMax, Backtest.ListedMax, "Only the last state of each record is stored: what it is now counts as what its last change made it."));
}
