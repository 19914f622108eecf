using System.Text.Json;

namespace Cortex.Cli.Bench.Compile.Scoring;

/// <summary>A suggestion of a refusal.</summary>
/// <param name="Prompt">The words that a click would take.</param>
/// <param name="Program">What they compile to.</param>
internal sealed record SuggestedProgram(string Prompt, JsonElement Program);
