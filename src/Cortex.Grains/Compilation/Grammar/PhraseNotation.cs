using System.Collections.Concurrent;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>Reads the notation in which the catalog writes phrases.</summary>
internal static class PhraseNotation
{
    private const string Marks = " ()[]{}|:";

    private static readonly Parser<IReadOnlyList<PhraseNode>> Phrase = Build();

    /// <summary>What was read before: the wordings of conditions are the same for every field.</summary>
    private static readonly ConcurrentDictionary<string, IReadOnlyList<PhraseNode>> Known = new(StringComparer.Ordinal);

    public static IReadOnlyList<PhraseNode> Parse(string phrase) => Known.GetOrAdd(phrase, Read);

    private static IReadOnlyList<PhraseNode> Read(string phrase) =>
        Phrase.TryParse(phrase, out var nodes) && nodes is not null
            ? nodes
            : throw new InvalidOperationException($"The catalog's phrase \"{phrase}\" is not in its notation.");

    private static Parser<IReadOnlyList<PhraseNode>> Build()
    {
        var sequence = Deferred<IReadOnlyList<PhraseNode>>();
        var sequences = Separated(Terms.Char('|'), sequence);
        var choice = Between(Terms.Char('('), sequences, Terms.Char(')')).Then<PhraseNode>(parts => new PhraseNode.Choice(parts));
        var optional = Between(Terms.Char('['), sequences, Terms.Char(']')).Then<PhraseNode>(parts => new PhraseNode.Optional(parts));
        var name = ZeroOrOne(Terms.Identifier().Then(span => span.ToString()));
        var slot = Between(Terms.Char('{'), name.And(ZeroOrOne(Terms.Char(':').SkipAnd(Terms.Identifier().Then(span => span.ToString())))), Terms.Char('}'))
            .Then<PhraseNode>(pair => new PhraseNode.Slot(pair.Item1 ?? "", pair.Item2 ?? ""));
        var colon = Terms.Char(':').Then<PhraseNode>(_ => new PhraseNode.Word(":"));
        var word = Terms.NoneOf(Marks).Then(span => Word(span.ToString()));

        sequence.Parser = OneOrMany(OneOf(choice, optional, slot, colon, word));
        return sequence.AndSkip(ZeroOrOne(Terms.WhiteSpace())).Eof();
    }

    /// <summary><c>send~</c> is "send" or "sends": instructions are written in either person.</summary>
    private static PhraseNode Word(string text)
    {
        if (text is not [.. var verb, '~'])
        {
            return new PhraseNode.Word(text);
        }

        var third = verb switch
        {
            [.., not ('a' or 'e' or 'o' or 'u'), 'y'] => $"{verb[..^1]}ies",
            [.., 's' or 'x' or 'o'] or [.., 'c' or 's', 'h'] => $"{verb}es",
            _ => $"{verb}s",
        };
        return new PhraseNode.Choice([[new PhraseNode.Word(verb)], [new PhraseNode.Word(third)]]);
    }
}
