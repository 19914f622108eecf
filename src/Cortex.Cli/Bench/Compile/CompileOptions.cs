namespace Cortex.Cli.Bench.Compile;

/// <summary>What <c>bench compile</c> was asked for.</summary>
/// <param name="Files">The labelled prompts, one table for each.</param>
/// <param name="Predictions">Where to write what came out; null: nowhere.</param>
/// <param name="Score">Predictions to score instead of compiling; null: compile.</param>
/// <param name="Verbose">Whether to list what did not come out as labelled.</param>
internal sealed record CompileOptions(IReadOnlyList<string> Files, string? Predictions, string? Score, bool Verbose);
