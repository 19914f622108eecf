using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>Makes a parser of a phrase. It skips white space before each word and never looks back into one.</summary>
internal sealed class PhraseCompiler(SlotParsers slots)
{
    public Parser<Captures> Compile(IReadOnlyList<PhraseNode> sequence)
    {
        Parser<Captures>? parser = null;
        for (var index = 0; index < sequence.Count; index++)
        {
            if (sequence[index] is PhraseNode.Slot { Kind: FewWords.Kind } few)
            {
                // As few words as leave the rest of the phrase to be read.
                var rest = new FewWords(few.Name, Compile([.. sequence.Skip(index + 1)]));
                return parser is null ? rest : parser.And(rest).Then(static pair => pair.Item1.And(pair.Item2));
            }

            var next = Compile(sequence[index], sequence.Skip(index + 1));
            parser = parser is null ? next : parser.And(next).Then(static pair => pair.Item1.And(pair.Item2));
        }

        return parser ?? Always(Captures.None);
    }

    public static Parser<Captures> Word(string word) =>
        Scan.Term(text => PromptWord.Match(text, word)).Then(Captures.None);

    private Parser<Captures> Compile(PhraseNode node, IEnumerable<PhraseNode> rest) => node switch
    {
        PhraseNode.Word word => Word(word.Text),
        PhraseNode.Slot slot => slots(slot, FirstWords.Of(rest).Words).Then(values => Captures.Of(slot.Name, values)),
        PhraseNode.Optional optional => Choice(optional.Sequences).Else(Captures.None),
        PhraseNode.Choice choice => Choice(choice.Sequences),
        _ => throw new InvalidOperationException($"A phrase cannot hold {node}."),
    };

    /// <summary>The one with more words first, and then the longer: "subject line" before "subject", "it's" before "it".</summary>
    private Parser<Captures> Choice(IReadOnlyList<IReadOnlyList<PhraseNode>> sequences) =>
        WordSequences.Of(sequences) is { } plain ? new WordChoice<Captures>(plain.Select(words => (words, Captures.None))) : OneOf([.. sequences.OrderByDescending(sequence => sequence.Count).ThenByDescending(sequence => (sequence[0] as PhraseNode.Word)?.Text.Length ?? 0).Select(Compile)]);
}
