namespace Cortex.Cli.Bench;

/// <summary>
/// Sends at a fixed rate whatever the answers do, and measures each from the moment at which it was due: a server that stalls is
/// charged for all that waited meanwhile, not only for the one request that it stalled.
/// </summary>
internal static class OpenLoop
{
    /// <summary>Calls <paramref name="send"/> at the rate given and waits for all answers.</summary>
    /// <returns>What each call gave, and how long after its due time it was done.</returns>
    public static async Task<IReadOnlyList<(T Result, TimeSpan Latency)>> RunAsync<T>(double perSecond, TimeSpan duration, Func<int, Task<T>> send, CancellationToken cancellationToken)
    {
        var calls = new List<Task<(T, TimeSpan)>>();
        var started = TimeProvider.System.GetTimestamp();
        for (var number = 0; number < perSecond * duration.TotalSeconds; number++)
        {
            var due = TimeSpan.FromSeconds(number / perSecond);
            var wait = due - TimeProvider.System.GetElapsedTime(started);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, TimeProvider.System, cancellationToken);
            }

            calls.Add(MeasureAsync(number, due));
        }

        return await Task.WhenAll(calls);

        async Task<(T, TimeSpan)> MeasureAsync(int number, TimeSpan due)
        {
            var result = await send(number);
            return (result, TimeProvider.System.GetElapsedTime(started) - due);
        }
    }
}
