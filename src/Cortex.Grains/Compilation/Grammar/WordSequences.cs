namespace Cortex.Compilation.Grammar;

/// <summary>Writes out phrases that hold nothing but words.</summary>
internal static class WordSequences
{
    /// <summary>Beyond this many, trying the pieces one after the other is no slower than keeping all of them.</summary>
    private const int Max = 200;

    /// <summary>All that the sequences can say; null if there is a slot among them, if one can be empty, or if it is too much.</summary>
    public static IReadOnlyList<IReadOnlyList<string>>? Of(IReadOnlyList<IReadOnlyList<PhraseNode>> choices)
    {
        var all = new List<IReadOnlyList<string>>();
        foreach (var choice in choices)
        {
            if (Of(choice) is not { } said || all.Count + said.Count > Max || said.Any(words => words.Count == 0))
            {
                return null;
            }

            all.AddRange(said);
        }

        return all;
    }

    /// <summary>All that one sequence can say.</summary>
    public static IReadOnlyList<IReadOnlyList<string>>? Of(IReadOnlyList<PhraseNode> sequence)
    {
        List<IReadOnlyList<string>> said = [[]];
        foreach (var node in sequence)
        {
            if (Of(node) is not { } next || said.Count * next.Count > Max)
            {
                return null;
            }

            said = [.. said.SelectMany(_ => next, (words, more) => (IReadOnlyList<string>)[.. words, .. more])];
        }

        return said;
    }

    private static IReadOnlyList<IReadOnlyList<string>>? Of(PhraseNode node) => node switch
    {
        PhraseNode.Word word => [[word.Text]],
        PhraseNode.Choice choice => Of(choice.Sequences),
        PhraseNode.Optional optional => Of(optional.Sequences) is { } said ? [.. said, []] : null,
        _ => null,
    };
}
