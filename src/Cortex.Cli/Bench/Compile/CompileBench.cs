using Cortex.Cli.Bench.Compile.Scoring;
using Cortex.Cli.Instances;

namespace Cortex.Cli.Bench.Compile;

/// <summary>What the built-in compiler makes of labelled prompts, and how long it takes. In this process: no server, no database, no model.</summary>
internal static class CompileBench
{
    /// <summary>The project's own prompts, labelled.</summary>
    public static string OwnSet { get; } = Path.Combine(Checkout.Root, "tests", "prompts", "own.jsonl");

    public static async Task RunAsync(CompileOptions options, TextWriter writer, CancellationToken cancellationToken)
    {
        var labels = LabelledPromptReader.ReadFile(options.File);
        var compiler = new BuiltinCompiler();
        var given = options.Score is { } file ? Prediction.ReadFile(file) : null;
        var predictions = labels.Select(label => given is null ? compiler.Predict(label) : given.GetValueOrDefault(label.Id) ?? new(label.Id, Program: null, Error: null)).ToList();
        if (options.Predictions is { } predicted)
        {
            await File.WriteAllLinesAsync(predicted, predictions.Select(prediction => prediction.ToJsonLine()), cancellationToken);
        }

        var scored = labels.Zip(predictions, ScoredPrompt.Of).ToList();
        var times = given is null ? Measure(scored.Where(prompt => prompt.IsAnswered)) : null;
        var refusalTimes = given is null ? Measure(scored.Where(prompt => !prompt.IsAnswered)) : null;
        var report = new CompileReport(options.File, scored, times, refusalTimes);
        await report.PrintAsync(writer, options.Verbose);
        if (given is null)
        {
            await report.WriteAsync(writer, cancellationToken);
        }

        CompileTimes? Measure(IEnumerable<ScoredPrompt> prompts) => CompileTimes.Measure(compiler, [.. prompts.Select(prompt => prompt.Label)], cancellationToken);
    }
}
