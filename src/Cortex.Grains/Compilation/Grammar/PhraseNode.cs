namespace Cortex.Compilation.Grammar;

/// <summary>A piece of a phrase in the catalog's notation.</summary>
internal abstract record PhraseNode
{
    private PhraseNode()
    {
    }

    /// <summary>A word, as people write it in lower case, or a punctuation mark.</summary>
    public sealed record Word(string Text) : PhraseNode;

    /// <summary>One of several sequences: <c>(get|receive)</c>.</summary>
    public sealed record Choice(IReadOnlyList<IReadOnlyList<PhraseNode>> Sequences) : PhraseNode;

    /// <summary>One of several sequences, or nothing: <c>[a|an]</c>.</summary>
    public sealed record Optional(IReadOnlyList<IReadOnlyList<PhraseNode>> Sequences) : PhraseNode;

    /// <summary>A value: <c>{to}</c>; <c>{body:quoted}</c> takes only what is quoted: see <see cref="ValueParsers"/> for the kinds.</summary>
    public sealed record Slot(string Name, string Kind) : PhraseNode;
}
