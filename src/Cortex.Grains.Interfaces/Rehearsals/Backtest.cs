namespace Cortex;

/// <summary>What an automation would have done with the items of the past days.</summary>
/// <param name="Since">The oldest time looked at.</param>
/// <param name="Examined">Items that its trigger is about.</param>
/// <param name="IsComplete">False if there were more items than are looked at: then the oldest are missing.</param>
/// <param name="Matched">How many it would have run on.</param>
/// <param name="Undecided">How many depend on a condition that only the model or the state before could decide.</param>
/// <param name="NearMissed">How many failed exactly one condition.</param>
/// <param name="Matches">The newest of those that it would have run on.</param>
/// <param name="OpenItems">The newest of the undecided.</param>
/// <param name="NearMisses">The newest of the near misses.</param>
[GenerateSerializer, Immutable, Alias("cortex.backtest")]
public sealed record Backtest(
    DateTimeOffset Since,
    int Examined,
    bool IsComplete,
    int Matched,
    int Undecided,
    int NearMissed,
    IReadOnlyList<BacktestItem> Matches,
    IReadOnlyList<BacktestItem> OpenItems,
    IReadOnlyList<BacktestItem> NearMisses)
{
    /// <summary>Past items that one look goes through: what a grain reads and judges within a second.</summary>
    public const int ItemsMax = 1_000;

    /// <summary>Items listed of each sort; the counts are of all.</summary>
    public const int ListedMax = 50;

    /// <summary>The longest time to look back, as long as items are kept by default.</summary>
    public const int DaysMax = 30;

    /// <summary>How far to look back when nothing is said.</summary>
    public const int DaysDefault = 7;
}
