namespace Cortex.Core.Tests.Support;

/// <summary>A clock that stands still; timers run as usual.</summary>
public sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
