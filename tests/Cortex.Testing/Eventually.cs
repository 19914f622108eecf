using System.Runtime.CompilerServices;

namespace Cortex.Testing;

/// <summary>Waits for what happens elsewhere: in another process, a background service, a grain.</summary>
public static class Eventually
{
    /// <summary>Long enough for a busy machine; a test that passes never waits for it.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(20);

    /// <summary>Asks again and again until the condition holds.</summary>
    /// <exception cref="TimeoutException">It did not in time; the message says what was waited for.</exception>
    public static Task TrueAsync(Func<Task<bool>> condition, TimeSpan? deadline = null, [CallerArgumentExpression(nameof(condition))] string what = "") =>
        GetAsync(async () => await condition() ? "true" : null, deadline, what);

    /// <summary>Asks again and again until the condition holds.</summary>
    /// <exception cref="TimeoutException">It did not in time; the message says what was waited for.</exception>
    public static Task TrueAsync(Func<bool> condition, TimeSpan? deadline = null, [CallerArgumentExpression(nameof(condition))] string what = "") =>
        GetAsync(() => Task.FromResult(condition() ? "true" : null), deadline, what);

    /// <summary>Asks again and again until there is a value.</summary>
    /// <exception cref="TimeoutException">There was none in time; the message says what was waited for.</exception>
    public static async Task<T> GetAsync<T>(Func<Task<T?>> probe, TimeSpan? deadline = null, [CallerArgumentExpression(nameof(probe))] string what = "")
        where T : class
    {
        var limit = deadline ?? Deadline;
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (await probe() is { } value)
            {
                return value;
            }

            if (TimeProvider.System.GetElapsedTime(started) > limit)
            {
                throw new TimeoutException($"Waited {limit.TotalSeconds} s in vain for: {what}");
            }

            await Task.Delay(Period, TimeProvider.System);
        }
    }
}
