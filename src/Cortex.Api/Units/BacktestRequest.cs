namespace Cortex.Api.Units;

/// <param name="Days">How far to look back, 1 to 30; 7 if absent.</param>
internal sealed record BacktestRequest(int? Days = null);
