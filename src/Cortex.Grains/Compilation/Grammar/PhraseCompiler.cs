using System.Collections.Concurrent;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>Makes a parser of a phrase. It skips white space before each word and never looks back into one.</summary>
internal sealed class PhraseCompiler(SlotParsers slots)
{
    /// <summary>The parsers of pieces without slots, by how these are written: the catalog says the same thousands of times, and a parser holds nothing of where it stands.</summary>
    private static readonly ConcurrentDictionary<string, Parser<Captures>> Plain = new(StringComparer.Ordinal);

    /// <summary>Makes parsers of phrases without slots.</summary>
    public static PhraseCompiler OfWords { get; } = new((slot, _) => throw new InvalidOperationException($"There is no value {slot.Name} here."));

    public Parser<Captures> Compile(IReadOnlyList<PhraseNode> sequence) => InOrder(Steps(sequence));

    public static Parser<Captures> InOrder(IEnumerable<PhraseStep> steps)
    {
        Parser<Captures>[] parsers = [.. steps.Select(step => step.Parser)];
        return parsers is [var only] ? only : new PhraseSequence(parsers);
    }

    /// <summary>The pieces of a phrase, each with its parser.</summary>
    public IReadOnlyList<PhraseStep> Steps(IReadOnlyList<PhraseNode> sequence)
    {
        var steps = new List<PhraseStep>();
        for (var index = 0; index < sequence.Count; index++)
        {
            if (sequence[index] is PhraseNode.Slot { Kind: FewWords.Kind } few)
            {
                // As few words as leave the rest of the phrase to be read.
                var rest = new FewWords(few.Name, Compile([.. sequence.Skip(index + 1)]));
                steps.Add(new(rest, rest));
                return steps;
            }

            steps.Add(Step(sequence[index], sequence.Skip(index + 1)));
        }

        return steps;
    }

    public static Parser<Captures> Word(string word) =>
        Scan.Term(text => PromptWord.Match(text, word)).Then(Captures.None);

    private PhraseStep Step(PhraseNode node, IEnumerable<PhraseNode> rest)
    {
        if (node is PhraseNode.Slot slot)
        {
            var value = slots(slot, FirstWords.Of(rest).Words);
            return new(value.Then(values => Captures.Of(slot.Name, values)), (slot.Name, value));
        }

        if (!node.HoldsValue)
        {
            return new(Plain.GetOrAdd(node.Notation, _ => ParserOf(node)), node.Notation);
        }

        var parser = ParserOf(node);
        return new(parser, parser);
    }

    private Parser<Captures> ParserOf(PhraseNode node) => node switch
    {
        PhraseNode.Word word => Word(word.Text),
        PhraseNode.Optional optional => Choice(optional.Sequences).Else(Captures.None),
        PhraseNode.Choice choice => Choice(choice.Sequences),
        _ => throw new InvalidOperationException($"A phrase cannot hold {node}."),
    };

    /// <summary>The one with more words first, and then the longer: "subject line" before "subject", "it's" before "it".</summary>
    private Parser<Captures> Choice(IReadOnlyList<IReadOnlyList<PhraseNode>> sequences) =>
        WordSequences.Of(sequences) is { } plain ? new WordChoice<Captures>(plain.Select(words => (words, Captures.None))) : OneOf([.. sequences.OrderByDescending(sequence => sequence.Count).ThenByDescending(sequence => (sequence[0] as PhraseNode.Word)?.Text.Length ?? 0).Select(Compile)]);
}
