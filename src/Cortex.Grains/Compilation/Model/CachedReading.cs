using System.ComponentModel;

namespace Cortex.Compilation.Model;

/// <summary>What a model made of a prompt: a program, or a refusal with its code.</summary>
/// <param name="ProgramJson">The program; null for a refusal.</param>
/// <param name="Code">The refusal's code, or that of a program's fault, which is looked for again; null for a sound program.</param>
/// <param name="Sentence">The refusal's sentence; null for a program.</param>
/// <param name="Quote">The part of the prompt that the refusal is about, or null.</param>
[ImmutableObject(true)]
internal sealed record CachedReading(string? ProgramJson, string? Code, string? Sentence, string? Quote);
