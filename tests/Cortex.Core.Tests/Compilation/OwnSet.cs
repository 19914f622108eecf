using System.Text.Json;
using Cortex.Cli.Bench.Compile.Scoring;
using Cortex.Compilation;

namespace Cortex.Core.Tests.Compilation;

/// <summary>The project's own labelled prompts, <c>tests/prompts/own.jsonl</c>.</summary>
internal static class OwnSet
{
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "own.jsonl");

    public static IReadOnlyList<LabelledPrompt> Labels { get; } = LabelledPromptReader.ReadFile(Path);

    /// <summary>What the built-in compiler makes of them, judged.</summary>
    public static IReadOnlyList<ScoredPrompt> Scored { get; } = [.. Labels.Select(label => ScoredPrompt.Of(label, Predict(label)))];

    private static Prediction Predict(LabelledPrompt label) => Compiling.Compile(label.Prompt) switch
    {
        CompileResult.Compiled compiled => new(label.Id, JsonElement.Parse(compiled.ProgramJson), Error: null),
        CompileResult.Refused refused => new(label.Id, Program: null, refused.Code),
        var other => throw new InvalidOperationException($"{other} is no end of a compilation."),
    };
}
