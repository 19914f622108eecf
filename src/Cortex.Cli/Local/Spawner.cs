using System.Collections.Concurrent;
using System.Diagnostics;

namespace Cortex.Cli.Local;

/// <summary>
/// Starts processes from one thread that lives as long as this process. Linux sends a child's death signal when the thread that
/// started it ends; a thread of the pool may end at any time.
/// </summary>
internal static class Spawner
{
    private static readonly BlockingCollection<(Process Process, TaskCompletionSource Started)> Waiting = [];

    static Spawner() => new Thread(StartAll) { IsBackground = true, Name = "spawner" }.Start();

    public static Task StartAsync(Process process)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Waiting.Add((process, started));
        return started.Task;
    }

    private static void StartAll()
    {
        foreach (var (process, started) in Waiting.GetConsumingEnumerable())
        {
            try
            {
                process.Start();
                started.SetResult();
            }
            catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException)
            {
                started.SetException(e);
            }
        }
    }
}
