namespace Cortex.Api.Units;

/// <param name="Items">Items that are looked at, the newest.</param>
/// <param name="Listed">Items listed of each sort; the counts are of all.</param>
/// <param name="Note">What a look at stored items cannot tell.</param>
internal sealed record BacktestLimits(int Items, int Listed, string Note);
