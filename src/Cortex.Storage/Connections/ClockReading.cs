namespace Cortex.Storage.Connections;

/// <summary>The clock was read for what begins and ends; written in the transaction of the delivery that it caused.</summary>
/// <param name="ClockedTo">Up to when; null if nothing waits for it.</param>
/// <param name="Next">When it is to be read next; null if nothing is known that it would find.</param>
/// <param name="Before">What said that it was to be read now. If that is another time by now, something was made or changed meanwhile, and the later word stays.</param>
public sealed record ClockReading(DateTimeOffset? ClockedTo, DateTimeOffset? Next, DateTimeOffset? Before);
