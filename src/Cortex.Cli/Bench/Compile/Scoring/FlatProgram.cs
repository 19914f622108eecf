namespace Cortex.Cli.Bench.Compile.Scoring;

/// <summary>A program in the form that prompts are labelled with: no tree of conditions, but a list that all must hold.</summary>
/// <param name="MinutesBefore">The lead time, where one is stated.</param>
internal sealed record FlatProgram(string? Provider, string? Trigger, IReadOnlyList<FlatCondition> Conditions, IReadOnlyList<FlatAction> Actions, int? MinutesBefore);
