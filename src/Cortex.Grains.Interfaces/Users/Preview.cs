namespace Cortex;

/// <summary>What a prompt compiles to.</summary>
/// <param name="ProgramJson">The program, as the API shows it.</param>
/// <param name="ProgramHash">Carries the preview into a creation.</param>
/// <param name="Explanation">What it will do, in plain words made from the program.</param>
/// <param name="Compiler"><c>builtin</c> or the model's name.</param>
/// <param name="MissingConnections">Providers that the program needs and the user has not connected.</param>
/// <param name="Warnings">What this version or installation cannot do yet of it, one sentence each; with any, the prompt does not become an automation.</param>
/// <param name="ReadBackJson">The explanation in parts, a <see cref="Programs.ReadBack"/>; null from a silo of before.</param>
[GenerateSerializer, Immutable, Alias("cortex.preview")]
public sealed record Preview(
    string ProgramJson, string ProgramHash, string Explanation, string Compiler, IReadOnlyList<string> MissingConnections, IReadOnlyList<string> Warnings,
    string? ReadBackJson = null);
