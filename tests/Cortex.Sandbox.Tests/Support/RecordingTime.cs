using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Cortex.Sandbox.Tests.Support;

/// <summary>A clock that stands still until it is moved, and that knows which waits were begun.</summary>
internal sealed class RecordingTime() : FakeTimeProvider(new DateTimeOffset(2026, 8, 21, 18, 40, 0, TimeSpan.Zero))
{
    private readonly ConcurrentQueue<TimeSpan> waits = new();

    public IReadOnlyList<TimeSpan> Waits => [.. waits];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        waits.Enqueue(dueTime);
        return timer;
    }

    public Task BegunAsync(TimeSpan wait, int times = 1)
        => Deadline.UntilAsync(() => Waits.Count(begun => begun == wait) >= times, $"a wait of {wait}, {times} times");
}
