using System.CommandLine;
using Cortex.Cli.Bench.Compile;

namespace Cortex.Cli.Commands;

/// <summary><c>bench compile</c>: what the built-in compiler makes of labelled prompts.</summary>
internal static class BenchCompileCommand
{
    public static Command Make()
    {
        var file = new Argument<FileInfo?>("file") { Description = "Labelled prompts, JSON, one a line; the project's own when missing.", Arity = ArgumentArity.ZeroOrOne };
        var predictions = new Option<FileInfo?>("--predictions") { Description = "Writes what came out to this file, JSON, one a line." };
        var score = new Option<FileInfo?>("--score") { Description = "Scores the predictions in this file instead of compiling." };
        var verbose = new Option<bool>("--verbose", "-v") { Description = "Lists the prompts that did not come out as labelled." };
        var command = new Command("compile", "What the built-in compiler makes of labelled prompts, and how fast.") { file, predictions, score, verbose };
        command.SetAction(async (parsed, token) =>
        {
            await CompileBench.RunAsync(
                new(
                    parsed.GetValue(file)?.FullName ?? CompileBench.OwnSet,
                    parsed.GetValue(predictions)?.FullName,
                    parsed.GetValue(score)?.FullName,
                    parsed.GetValue(verbose)),
                Console.Out,
                token);
            return 0;
        });
        return command;
    }
}
