namespace Cortex.Compilation.Builtin;

/// <summary>How people leave something open, in the notation of the catalog.</summary>
/// <param name="Phrase">Their words: <c>{who:role}</c> is somebody without an address, <c>{what:words}</c> are one or two plain words.</param>
/// <param name="Text">What would say it, with the gap for the answer.</param>
/// <param name="Sample">An answer.</param>
/// <param name="Sentence">What is missing; <c>{cited}</c> are the words.</param>
/// <param name="Question">The question for it.</param>
internal sealed record OpenWording(string Phrase, string Text, string Sample, string Sentence, string Question)
{
    /// <summary>Likely answers.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Whether the text goes before the instruction in which the words stand, and the words themselves go: "reply later".</summary>
    public bool GoesBefore { get; init; }
}
