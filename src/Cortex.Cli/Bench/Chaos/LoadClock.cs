namespace Cortex.Cli.Bench.Chaos;

/// <summary>The time since the load began.</summary>
internal sealed class LoadClock
{
    private readonly long _started = TimeProvider.System.GetTimestamp();

    public TimeSpan Now => TimeProvider.System.GetElapsedTime(_started);

    /// <summary>Waits for a moment of the run.</summary>
    public Task UntilAsync(TimeSpan at, CancellationToken cancellationToken) =>
        at - Now is { Ticks: > 0 } wait ? Task.Delay(wait, TimeProvider.System, cancellationToken) : Task.CompletedTask;
}
