namespace Cortex;

/// <summary>What a prompt compiles to.</summary>
/// <param name="ProgramJson">The program, as the API shows it.</param>
/// <param name="ProgramHash">Carries the preview into a creation.</param>
/// <param name="Explanation">What it will do, in plain words made from the program.</param>
/// <param name="Compiler"><c>builtin</c> or the model's name.</param>
/// <param name="MissingConnections">Providers that the program needs and the user has not connected.</param>
/// <param name="Warnings">What to know before creating it, one sentence each: what this version or installation cannot do of it (then creating is refused), that it would have run on none or all of the past items.</param>
/// <param name="ReadBackJson">The explanation in parts, a <see cref="Programs.ReadBack"/>; null from a silo of before.</param>
/// <param name="Danger">What it could hurt; null for a program that is kept without being confirmed.</param>
[GenerateSerializer, Immutable, Alias("cortex.preview")]
public sealed record Preview(
    string ProgramJson, string ProgramHash, string Explanation, string Compiler, IReadOnlyList<string> MissingConnections, IReadOnlyList<string> Warnings,
    string? ReadBackJson = null, Danger? Danger = null);
