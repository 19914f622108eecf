using Fluid;

namespace Cortex.Programs.Templates;

/// <summary>One filter of a tag.</summary>
/// <param name="Name">As templates write it.</param>
/// <param name="Arguments">Its arguments, which are literals.</param>
/// <param name="LiteralTexts">What its arguments may bring into the rendered text.</param>
internal sealed record FilterCall(string Name, FilterArguments Arguments, IReadOnlyList<string> LiteralTexts);
