namespace Cortex.Cli.Bench.Compile.Scoring;

/// <summary>A prompt with what a compiler must make of it.</summary>
/// <param name="Id">Names the line in reports and predictions.</param>
/// <param name="Prompt">The words.</param>
/// <param name="Difficulty"><c>simple</c>, <c>compound</c>, <c>semantic</c>, <c>invalid</c> or <c>asked</c>.</param>
/// <param name="Form">The surface form: <c>when_then</c>, <c>action_first</c> …</param>
/// <param name="Expected">A program, a refusal or a question.</param>
internal sealed record LabelledPrompt(string Id, string Prompt, string Difficulty, string Form, Expectation Expected);
