namespace Cortex;

/// <summary>The unit that a creation gave.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="IsNew">False when an idempotency key found the unit made.</param>
[GenerateSerializer, Immutable, Alias("cortex.unit-created")]
public sealed record UnitCreated(UnitId Unit, bool IsNew);
