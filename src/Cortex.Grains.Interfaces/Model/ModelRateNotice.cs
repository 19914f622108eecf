namespace Cortex;

/// <summary>What the model's service says of one of the account's limits with every answer. Each refills steadily, and does not start over at a fixed time.</summary>
/// <param name="Limit">What the account may use when nothing of it is used.</param>
/// <param name="Remaining">What is left of it.</param>
/// <param name="FullIn">How long it takes to be full again.</param>
[GenerateSerializer, Immutable, Alias("cortex.model-rate-notice")]
public sealed record ModelRateNotice(long Limit, long Remaining, TimeSpan FullIn);
