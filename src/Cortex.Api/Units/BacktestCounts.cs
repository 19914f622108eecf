namespace Cortex.Api.Units;

internal sealed record BacktestCounts(int Matches, int Undecided, int NearMisses);
