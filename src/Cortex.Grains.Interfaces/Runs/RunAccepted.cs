namespace Cortex;

/// <summary>What <see cref="IRunGrain.StartAsync"/> found.</summary>
/// <param name="Delivery">The delivery that made the run: the given one, or the earlier one to which it belongs.</param>
[GenerateSerializer, Immutable, Alias("cortex.run-accepted")]
public sealed record RunAccepted(DeliveryId Delivery);
