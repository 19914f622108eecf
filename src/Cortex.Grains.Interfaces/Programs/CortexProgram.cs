namespace Cortex.Programs;

/// <summary>What a prompt compiles to: one trigger with a condition tree, and the steps to take for each item that meets it.</summary>
/// <param name="Version">The version of the form; 1.</param>
/// <param name="Trigger">What it waits for.</param>
/// <param name="Steps">1 to 20, in order.</param>
[GenerateSerializer, Immutable, Alias("cortex.program")]
public sealed record CortexProgram(int Version, Trigger Trigger, IReadOnlyList<Step> Steps);
