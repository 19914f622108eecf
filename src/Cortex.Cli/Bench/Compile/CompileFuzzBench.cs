using System.Diagnostics;
using Cortex.Cli.Bench.Compile.Fuzz;
using Cortex.Cli.Bench.Compile.Scoring;
using Cortex.Compilation;

namespace Cortex.Cli.Bench.Compile;

/// <summary>Generated prompts through the built-in compiler: it must end each in a program or a refusal, and soon.</summary>
internal static class CompileFuzzBench
{
    /// <returns>Whether every prompt came to a good end.</returns>
    public static async Task<bool> RunAsync(string file, int prompts, int seed, TextWriter writer, CancellationToken cancellationToken)
    {
        var compiler = new BuiltinCompiler(suggesting: false);
        var fuzz = new PromptFuzz(prompt => compiler.Compile(prompt) is CompileResult.Compiled, [.. LabelledPromptReader.ReadFile(file).Select(label => label.Prompt)]);
        await writer.WriteLineAsync($"compile --fuzz {prompts} --seed {seed}: prompts made from {file}");
        var started = Stopwatch.GetTimestamp();
        var result = fuzz.Run(prompts, seed, Environment.ProcessorCount);
        await writer.WriteLineAsync($"{result.Prompts} prompts in {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s, {result.Compiled} compiled, {result.Failures.Count} failed");
        await writer.WriteLineAsync($"time of one prompt: p50 {result.P50Us} µs, p99 {result.P99Us} µs, max {result.MaxUs} µs");
        foreach (var failure in result.Failures)
        {
            await writer.WriteLineAsync(failure);
        }

        await writer.WriteLineAsync($"written to {await BenchResult.WriteAsync("compile-fuzz", new { Seed = seed, Result = result }, cancellationToken)}");
        return result.Failures.Count == 0;
    }
}
