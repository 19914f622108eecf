namespace Cortex;

/// <summary>What a prompt compiles to.</summary>
/// <param name="ProgramJson">The program, as the API shows it.</param>
/// <param name="ProgramHash">Carries the preview into a creation.</param>
/// <param name="Explanation">What it will do, in plain words made from the program.</param>
/// <param name="Compiler"><c>builtin</c> or the model's name.</param>
/// <param name="MissingConnections">Providers that the program needs and the user has not connected.</param>
[GenerateSerializer, Immutable, Alias("cortex.preview")]
public sealed record Preview(string ProgramJson, string ProgramHash, string Explanation, string Compiler, IReadOnlyList<string> MissingConnections);
