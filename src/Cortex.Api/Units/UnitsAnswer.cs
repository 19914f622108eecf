namespace Cortex.Api.Units;

internal sealed record UnitsAnswer(IEnumerable<UnitBody> Units, string? NextCursor);
