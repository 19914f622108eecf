using System.Diagnostics;
using Cortex.Cli.Bench.Compile.Scoring;

namespace Cortex.Cli.Bench.Compile;

/// <summary>How long one prompt takes, in microseconds: of each prompt the median of the rounds, of those the usual ranks.</summary>
internal sealed record CompileTimes(int Rounds, double P50Us, double P99Us, double MaxUs, string Slowest)
{
    /// <summary>Enough for the just-in-time compiler to have optimised what is hot: it does so after 30 calls, in the background.</summary>
    private const int WarmUpRounds = 50;

    /// <summary>Odd, so that there is a middle one.</summary>
    private const int MeasuredRounds = 11;

    /// <summary>Compiles so often that times measured afterwards are the usual ones.</summary>
    public static void WarmUp(BuiltinCompiler compiler, IReadOnlyList<LabelledPrompt> labels, CancellationToken cancellationToken)
    {
        for (var round = 0; round < WarmUpRounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var label in labels)
            {
                compiler.Compile(label.Prompt);
            }
        }
    }

    /// <returns>Null if there is nothing to measure.</returns>
    public static CompileTimes? Measure(BuiltinCompiler compiler, IReadOnlyList<LabelledPrompt> labels)
    {
        if (labels.Count == 0)
        {
            return null;
        }

        var rounds = Enumerable.Range(0, MeasuredRounds).Select(_ => labels.Select(label => Time(compiler, label.Prompt)).ToArray()).ToList();
        var medians = labels
            .Select((label, index) => (label.Id, Time: rounds.Select(round => round[index]).Order().ElementAt(MeasuredRounds / 2)))
            .OrderBy(prompt => prompt.Time)
            .ToList();
        return new(MeasuredRounds, Rank(0.50), Rank(0.99), Rank(1), medians[^1].Id);

        double Rank(double share) => Math.Round(medians[(int)Math.Ceiling(share * medians.Count) - 1].Time.TotalMicroseconds, 1);
    }

    public override string ToString() => $"p50 {P50Us} µs, p99 {P99Us} µs, max {MaxUs} µs ({Slowest}); median of {Rounds} rounds";

    private static TimeSpan Time(BuiltinCompiler compiler, string prompt)
    {
        var started = Stopwatch.GetTimestamp();
        compiler.Compile(prompt);
        return Stopwatch.GetElapsedTime(started);
    }
}
