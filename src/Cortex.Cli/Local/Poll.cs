namespace Cortex.Cli.Local;

/// <summary>Waits for what another process does, where nothing tells us.</summary>
internal static class Poll
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks again and again until the answer is yes or the time is over.</summary>
    /// <returns>Whether it was yes.</returns>
    public static async Task<bool> UntilAsync(Func<CancellationToken, Task<bool>> isDone, TimeSpan limit, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await isDone(cancellationToken))
        {
            if (TimeProvider.System.GetElapsedTime(started) > limit)
            {
                return false;
            }

            await Task.Delay(Period, TimeProvider.System, cancellationToken);
        }

        return true;
    }

    public static Task<bool> UntilAsync(Func<bool> isDone, TimeSpan limit, CancellationToken cancellationToken) =>
        UntilAsync(_ => Task.FromResult(isDone()), limit, cancellationToken);
}
