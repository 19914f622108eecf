namespace Cortex.Compilation.Suggestions;

/// <summary>What the forms of an English word share: "reply" and "replies", "label" and "labelled".</summary>
internal static class WordStem
{
    /// <summary>Shorter words have no endings.</summary>
    private const int ShortestWord = 4;

    public static string Of(string word)
    {
        if (word is [_, _, .., '\'' or '’', 's'])
        {
            return Of(word[..^2]);
        }

        if (word.Length < ShortestWord)
        {
            return word;
        }

        var stem = word switch
        {
            [.., 'i', 'e', 's'] or [.., 'i', 'e', 'd'] => $"{word[..^3]}y",
            [_, _, _, .., 'i', 'n', 'g'] => word[..^3],
            [_, _, _, .., 'e', 'd'] => word[..^2],
            _ => word.TrimEnd('s'),
        };
        stem = stem.TrimEnd('e');
        return stem.Length > 2 && stem[^1] == stem[^2] ? stem[..^1] : stem;
    }
}
