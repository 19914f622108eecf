using System.Text.Json.Serialization;

namespace Cortex.Compilation.Model.Examples;

/// <summary>One line of the examples. Either <see cref="Code"/> is set, and it is refused so, or it has a program.</summary>
/// <param name="Prompt">The prompt as somebody may write it.</param>
/// <param name="As">The same in words that the built-in reader understands; null if it understands the prompt itself.</param>
/// <param name="Code">The code with which it is refused; null if it has a program.</param>
/// <param name="Sentence">The refusal's sentence.</param>
/// <param name="Quote">The part of the prompt that the refusal is about, or null.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ExampleEntry(string Prompt, string? As = null, string? Code = null, string? Sentence = null, string? Quote = null);
