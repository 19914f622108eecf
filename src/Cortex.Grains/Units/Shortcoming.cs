namespace Cortex.Units;

/// <summary>Something that a program needs and this version or installation cannot do.</summary>
/// <param name="Code">One of <see cref="Programs.RefusalCode"/>.</param>
/// <param name="Sentence">For the user.</param>
internal sealed record Shortcoming(string Code, string Sentence);
