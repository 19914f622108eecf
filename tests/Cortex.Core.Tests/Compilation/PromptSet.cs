using System.Text.Json;
using Cortex.Cli.Bench.Compile.Scoring;
using Cortex.Compilation;

namespace Cortex.Core.Tests.Compilation;

/// <summary>A file of labelled prompts of <c>tests/prompts</c>, with what the built-in compiler makes of them.</summary>
internal sealed class PromptSet
{
    private readonly Lazy<IReadOnlyList<ScoredPrompt>> _scored;

    private PromptSet(string name)
    {
        Path = System.IO.Path.Combine(AppContext.BaseDirectory, $"{name}.jsonl");
        Labels = LabelledPromptReader.ReadFile(Path);
        _scored = new(() => [.. Labels.Select(label => ScoredPrompt.Of(label, Predict(label)))]);
    }

    public static PromptSet Own { get; } = new("own");

    public static PromptSet Life { get; } = new("life");

    public static PromptSet Trades { get; } = new("trades");

    public static PromptSet Plain { get; } = new("plain");

    public static PromptSet Asked { get; } = new("asked");

    /// <summary>All of them by their files' names.</summary>
    public static IReadOnlyDictionary<string, PromptSet> All { get; } = new Dictionary<string, PromptSet> { ["own"] = Own, ["life"] = Life, ["trades"] = Trades, ["plain"] = Plain, ["asked"] = Asked };

    public string Path { get; }

    public IReadOnlyList<LabelledPrompt> Labels { get; }

    /// <summary>What the built-in compiler makes of them, judged.</summary>
    public IReadOnlyList<ScoredPrompt> Scored => _scored.Value;

    /// <summary>Prompts as a failed test shows them.</summary>
    public static string Lines(IEnumerable<ScoredPrompt> prompts) =>
        string.Join('\n', prompts.Select(prompt => $"{prompt.Label.Id} {prompt.Label.Prompt}\n  {prompt.Prediction.ToJsonLine()}"));

    private static Prediction Predict(LabelledPrompt label) => Compiling.Compile(label.Prompt) switch
    {
        CompileResult.Compiled compiled => new(label.Id, JsonElement.Parse(compiled.ProgramJson), Error: null),
        CompileResult.Refused refused => new(label.Id, Program: null, refused.Code),
        var other => throw new InvalidOperationException($"{other} is not an end of a compilation."),
    };
}
