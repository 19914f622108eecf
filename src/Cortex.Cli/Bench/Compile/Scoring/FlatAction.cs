using System.Text.Json;

namespace Cortex.Cli.Bench.Compile.Scoring;

/// <summary>A step of a <see cref="FlatProgram"/>.</summary>
/// <param name="Input">An object; undefined where none is stated.</param>
/// <param name="If">Conditions that must all hold for the step to be taken.</param>
/// <param name="Optional">A label's step that may be missing.</param>
internal sealed record FlatAction(string Tool, JsonElement Input, IReadOnlyList<FlatCondition> If, bool Optional);
