using Cortex.Cli.Bench.Compile.Scoring;

namespace Cortex.Core.Tests.Compilation;

/// <summary>The prompts that the compiler's rules are worked out with, <c>tests/prompts/own.jsonl</c>.</summary>
internal static class OwnSet
{
    public static string Path => PromptSet.Own.Path;

    public static IReadOnlyList<LabelledPrompt> Labels => PromptSet.Own.Labels;

    public static IReadOnlyList<ScoredPrompt> Scored => PromptSet.Own.Scored;
}
