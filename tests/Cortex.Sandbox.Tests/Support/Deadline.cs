namespace Cortex.Sandbox.Tests.Support;

/// <summary>Waits for what will be true soon, and says what it waited for when it never is.</summary>
internal static class Deadline
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    public static async Task UntilAsync(Func<bool> condition, string what)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Limit, $"Waited {Limit.TotalSeconds} s in vain: {what}");
            await Task.Delay(Pause, TimeProvider.System, CancellationToken.None);
        }
    }
}
