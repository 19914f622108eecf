using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>Reads the notation in which the catalog writes phrases.</summary>
internal static class PhraseNotation
{
    private const string Marks = " ()[]{}|:";

    private static readonly Parser<IReadOnlyList<PhraseNode>> Phrase = Build();

    public static IReadOnlyList<PhraseNode> Parse(string phrase) =>
        Phrase.TryParse(phrase, out var nodes) && nodes is not null
            ? nodes
            : throw new InvalidOperationException($"The catalog's phrase \"{phrase}\" is not in its notation.");

    private static Parser<IReadOnlyList<PhraseNode>> Build()
    {
        var sequence = Deferred<IReadOnlyList<PhraseNode>>();
        var sequences = Separated(Terms.Char('|'), sequence);
        var choice = Between(Terms.Char('('), sequences, Terms.Char(')')).Then<PhraseNode>(parts => new PhraseNode.Choice(parts));
        var optional = Between(Terms.Char('['), sequences, Terms.Char(']')).Then<PhraseNode>(parts => new PhraseNode.Optional(parts));
        var slot = Between(Terms.Char('{'), Terms.Identifier().And(ZeroOrOne(Terms.Text(":quoted"))), Terms.Char('}'))
            .Then<PhraseNode>(pair => new PhraseNode.Slot(pair.Item1.ToString(), pair.Item2 is not null));
        var colon = Terms.Char(':').Then<PhraseNode>(_ => new PhraseNode.Word(":"));
        var word = Terms.NoneOf(Marks).Then<PhraseNode>(span => new PhraseNode.Word(span.ToString()));

        sequence.Parser = OneOrMany(OneOf(choice, optional, slot, colon, word));
        return sequence.AndSkip(ZeroOrOne(Terms.WhiteSpace())).Eof();
    }
}
