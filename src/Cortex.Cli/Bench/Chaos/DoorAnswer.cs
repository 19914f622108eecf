namespace Cortex.Cli.Bench.Chaos;

/// <summary>How one delivery of a webhook ended.</summary>
/// <param name="At">When it was sent, from the beginning of the load.</param>
/// <param name="Took">How long the answer took.</param>
/// <param name="Status">The answer's status; 0 when there was none.</param>
/// <param name="HasRetryAfter">Whether it says when to come again.</param>
internal sealed record DoorAnswer(TimeSpan At, TimeSpan Took, int Status, bool HasRetryAfter);
