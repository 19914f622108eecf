using Fluid;

namespace Cortex.Programs.Templates;

/// <summary>One filter of a tag.</summary>
/// <param name="Name">As templates write it.</param>
/// <param name="Arguments">Its arguments, which are literals.</param>
/// <param name="LiteralTexts">What its arguments may bring into the rendered text.</param>
/// <param name="Fallback">The field that <c>default</c> takes where there is nothing; null if it takes a text.</param>
internal sealed record FilterCall(string Name, FilterArguments Arguments, IReadOnlyList<string> LiteralTexts, TemplatePath? Fallback = null);
