using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>Makes a parser of a phrase. It skips white space before each word and never looks back into one.</summary>
internal sealed class PhraseCompiler(SlotParsers slots)
{
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

        var parser = node switch
        {
            PhraseNode.Word word => Word(word.Text),
            PhraseNode.Optional optional => Choice(optional.Sequences).Else(Captures.None),
            PhraseNode.Choice choice => Choice(choice.Sequences),
            _ => throw new InvalidOperationException($"A phrase cannot hold {node}."),
        };
        return new(parser, node.HoldsValue ? parser : node.Notation);
    }

    /// <summary>The one with more words first, and then the longer: "subject line" before "subject", "it's" before "it".</summary>
    private Parser<Captures> Choice(IReadOnlyList<IReadOnlyList<PhraseNode>> sequences) =>
        WordSequences.Of(sequences) is { } plain ? new WordChoice<Captures>(plain.Select(words => (words, Captures.None))) : OneOf([.. sequences.OrderByDescending(sequence => sequence.Count).ThenByDescending(sequence => (sequence[0] as PhraseNode.Word)?.Text.Length ?? 0).Select(Compile)]);
}
