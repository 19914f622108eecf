using Cortex.Cli.Bench.Compile.Scoring;
using Cortex.Cli.Instances;

namespace Cortex.Cli.Bench.Compile;

/// <summary>What the built-in compiler makes of labelled prompts, and how long it takes. In this process: no server, no database, no model.</summary>
internal static class CompileBench
{
    /// <summary>The project's own prompts, labelled; those in <c>aside.jsonl</c> are scored only when somebody names the file.</summary>
    public static IReadOnlyList<string> OwnSets { get; } =
        [.. new[] { "own", "life", "trades", "plain", "asked" }.Select(name => Path.Combine(Checkout.Root, "tests", "prompts", $"{name}.jsonl"))];

    public static async Task RunAsync(CompileOptions options, TextWriter writer, CancellationToken cancellationToken)
    {
        var compiler = new BuiltinCompiler();
        var given = options.Score is { } file ? Prediction.ReadFile(file) : null;
        var sets = options.Files
            .Select(set => (File: set, Scored: LabelledPromptReader.ReadFile(set).Select(label => ScoredPrompt.Of(label, Predict(label))).ToList()))
            .ToList();
        if (options.Predictions is { } predicted)
        {
            await File.WriteAllLinesAsync(predicted, sets.SelectMany(set => set.Scored).Select(prompt => prompt.Prediction.ToJsonLine()), cancellationToken);
        }

        if (given is null)
        {
            CompileTimes.WarmUp(compiler, [.. sets[0].Scored.Select(prompt => prompt.Label)], cancellationToken);
        }

        foreach (var (set, scored) in sets)
        {
            var times = given is null ? Measure(scored.Where(prompt => prompt.IsAnswered)) : null;
            var refusalTimes = given is null ? Measure(scored.Where(prompt => !prompt.IsAnswered)) : null;
            var report = new CompileReport(set, scored, times, refusalTimes);
            await report.PrintAsync(writer, options.Verbose);
            if (given is null)
            {
                await report.WriteAsync(writer, cancellationToken);
            }

            await writer.WriteLineAsync();
        }

        Prediction Predict(LabelledPrompt label) => given is null ? compiler.Predict(label) : given.GetValueOrDefault(label.Id) ?? new(label.Id, Program: null, Error: null);

        CompileTimes? Measure(IEnumerable<ScoredPrompt> prompts) => CompileTimes.Measure(compiler, [.. prompts.Select(prompt => prompt.Label)]);
    }
}
