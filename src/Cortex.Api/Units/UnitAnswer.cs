namespace Cortex.Api.Units;

internal sealed record UnitAnswer(UnitBody Unit);
