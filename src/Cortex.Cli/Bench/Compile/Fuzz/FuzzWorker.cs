using System.Diagnostics;

namespace Cortex.Cli.Bench.Compile.Fuzz;

/// <summary>One thread's share of a <see cref="PromptFuzz"/>.</summary>
internal sealed class FuzzWorker(Func<string, bool> compile, PromptGenerator generator, int seed, int count, int failuresMax)
{
    /// <summary>What takes longer is tried again and its shortest time counts: on a busy machine another process had the processor.</summary>
    private static readonly TimeSpan Doubtful = TimeSpan.FromMilliseconds(5);

    private const int TriesMax = 5;

    private readonly List<string> _failures = [];
    private long _startedAt = Stopwatch.GetTimestamp();

    public int Seed => seed;

    public int Compiled { get; private set; }

    /// <summary>In ticks of a <see cref="TimeSpan"/>, one a prompt.</summary>
    public List<long> Times { get; } = new(count);

    public long SlowestTime { get; private set; } = -1;

    public string Slowest { get; private set; } = "";

    public IReadOnlyList<string> Failures => _failures;

    /// <summary>The prompt at work; read by the thread that watches.</summary>
    public string Current { get; private set; } = "";

    /// <summary>For how long it has been at work.</summary>
    public TimeSpan Busy => Stopwatch.GetElapsedTime(Interlocked.Read(ref _startedAt));

    public void Run()
    {
        for (var done = 0; done < count && _failures.Count < failuresMax; done++)
        {
            Current = generator.Next();
            Interlocked.Exchange(ref _startedAt, Stopwatch.GetTimestamp());
            Measure(Current);
        }
    }

    private void Measure(string prompt)
    {
        try
        {
            var started = Stopwatch.GetTimestamp();
            Compiled += compile(prompt) ? 1 : 0;
            Note(prompt, Shortest(prompt, Stopwatch.GetElapsedTime(started)));
        }
#pragma warning disable CA1031 // Whatever escapes the compiler is what is looked for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _failures.Add($"seed {seed}: {prompt}\n{exception}");
        }
    }

    private TimeSpan Shortest(string prompt, TimeSpan time)
    {
        for (var tries = 1; time > Doubtful && tries < TriesMax; tries++)
        {
            var started = Stopwatch.GetTimestamp();
            compile(prompt);
            var again = Stopwatch.GetElapsedTime(started);
            time = again < time ? again : time;
        }

        return time;
    }

    private void Note(string prompt, TimeSpan time)
    {
        Times.Add(time.Ticks);
        if (time.Ticks > SlowestTime)
        {
            (SlowestTime, Slowest) = (time.Ticks, prompt);
        }
    }
}
