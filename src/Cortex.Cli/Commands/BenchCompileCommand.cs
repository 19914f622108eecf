using System.CommandLine;
using Cortex.Cli.Bench.Compile;

namespace Cortex.Cli.Commands;

/// <summary><c>bench compile</c>: what the built-in compiler makes of labelled prompts, or of generated ones.</summary>
internal static class BenchCompileCommand
{
    private static readonly Argument<FileInfo?> File =
        new("file") { Description = "Labelled prompts, JSON, one a line; all of the project's own but those set aside when missing.", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<FileInfo?> Predictions = new("--predictions") { Description = "Writes what came out to this file, JSON, one a line." };
    private static readonly Option<FileInfo?> Score = new("--score") { Description = "Scores the predictions in this file instead of compiling." };
    private static readonly Option<bool> Verbose = new("--verbose", "-v") { Description = "Lists the prompts that did not come out as labelled." };
    private static readonly Option<int> Fuzz = new("--fuzz") { Description = "Compiles so many generated prompts instead." };
    private static readonly Option<int?> Seed = new("--seed") { Description = "What the generated prompts are made from; another each time when missing." };

    public static Command Make()
    {
        var command = new Command("compile", "What the built-in compiler makes of labelled prompts, and how fast.") { File, Predictions, Score, Verbose, Fuzz, Seed };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var files = parsed.GetValue(File) is { } file ? [file.FullName] : CompileBench.OwnSets;
        if (parsed.GetValue(Fuzz) is > 0 and var prompts)
        {
            var seed = parsed.GetValue(Seed) ?? Random.Shared.Next();
            return await CompileFuzzBench.RunAsync(files[0], prompts, seed, Console.Out, cancellationToken) ? 0 : 1;
        }

        var options = new CompileOptions(files, parsed.GetValue(Predictions)?.FullName, parsed.GetValue(Score)?.FullName, parsed.GetValue(Verbose));
        await CompileBench.RunAsync(options, Console.Out, cancellationToken);
        return 0;
    }
}
