namespace Cortex.Compilation.Grammar;

/// <summary>A piece of a phrase in the catalog's notation.</summary>
internal abstract record PhraseNode
{
    private PhraseNode()
    {
    }

    /// <summary>How it is written.</summary>
    public abstract string Notation { get; }

    /// <summary>Whether there is a slot in it.</summary>
    public abstract bool HoldsValue { get; }

    /// <summary>The words with which it can begin, where nothing is known of its slots.</summary>
    public FirstWords FirstWords => field ??= FirstWords.Of(this, ofSlot: null);

    /// <summary>A word, as people write it in lower case, or a punctuation mark.</summary>
    public sealed record Word(string Text) : PhraseNode
    {
        public override string Notation => Text;

        public override bool HoldsValue => false;
    }

    /// <summary>One of several sequences: <c>(get|receive)</c>.</summary>
    public sealed record Choice(IReadOnlyList<IReadOnlyList<PhraseNode>> Sequences) : PhraseNode
    {
        public override string Notation { get; } = $"({Written(Sequences)})";

        public override bool HoldsValue { get; } = HoldValue(Sequences);
    }

    /// <summary>One of several sequences, or nothing: <c>[a|an]</c>.</summary>
    public sealed record Optional(IReadOnlyList<IReadOnlyList<PhraseNode>> Sequences) : PhraseNode
    {
        public override string Notation { get; } = $"[{Written(Sequences)}]";

        public override bool HoldsValue { get; } = HoldValue(Sequences);
    }

    /// <summary>A value: <c>{to}</c>; <c>{body:quoted}</c> takes only what is quoted: see <see cref="ValueParsers"/> for the kinds.</summary>
    public sealed record Slot(string Name, string Kind) : PhraseNode
    {
        public override string Notation => $"{{{Name}:{Kind}}}";

        public override bool HoldsValue => true;
    }

    private static string Written(IReadOnlyList<IReadOnlyList<PhraseNode>> sequences) => string.Join('|', sequences.Select(sequence => string.Join(' ', sequence.Select(node => node.Notation))));

    private static bool HoldValue(IReadOnlyList<IReadOnlyList<PhraseNode>> sequences) => sequences.Any(sequence => sequence.Any(node => node.HoldsValue));
}
