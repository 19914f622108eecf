namespace Cortex.Cli.Bench.Compile.Fuzz;

/// <summary>Compiles generated prompts on all processors: no exception, no hang, and how long they take.</summary>
/// <param name="compile">Compiles a prompt; true when it became a program. Throws where something is wrong.</param>
/// <param name="prompts">The generator's material.</param>
internal sealed class PromptFuzz(Func<string, bool> compile, IReadOnlyList<string> prompts)
{
    /// <summary>So many failures are enough to begin with.</summary>
    private const int FailuresMax = 20;

    /// <summary>A prompt that takes milliseconds took microseconds before: that it takes this long without an end is a hang.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(30);

    /// <summary>How often a worker is looked at.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    /// <exception cref="TimeoutException">A prompt did not come to an end; the message holds it.</exception>
    public FuzzResult Run(int count, int seed, int workers)
    {
        var running = Enumerable.Range(0, workers)
            .Select(index => new FuzzWorker(compile, new(prompts, seed + index), seed + index, (count / workers) + (index < count % workers ? 1 : 0), FailuresMax))
            .ToList();
        var threads = running.Select(worker => new Thread(worker.Run) { IsBackground = true }).ToList();
        threads.ForEach(thread => thread.Start());
        foreach (var (thread, worker) in threads.Zip(running))
        {
            while (!thread.Join(Look))
            {
                if (worker.Busy > Hang)
                {
                    throw new TimeoutException($"Seed {worker.Seed}: no end after {Hang}: {worker.Current}");
                }
            }
        }

        return Summarise(running);
    }

    private static FuzzResult Summarise(IReadOnlyList<FuzzWorker> workers)
    {
        var times = workers.SelectMany(worker => worker.Times).ToArray();
        Array.Sort(times);
        var slowest = workers.MaxBy(worker => worker.SlowestTime)!;
        return new(
            times.Length,
            workers.Sum(worker => worker.Compiled),
            Rank(0.50),
            Rank(0.99),
            Rank(1),
            slowest.Slowest,
            [.. workers.SelectMany(worker => worker.Failures)]);

        double Rank(double share) => times.Length == 0 ? double.NaN : Math.Round(TimeSpan.FromTicks(times[(int)Math.Ceiling(share * times.Length) - 1]).TotalMicroseconds, 1);
    }
}
