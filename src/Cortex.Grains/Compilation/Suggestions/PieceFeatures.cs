namespace Cortex.Compilation.Suggestions;

/// <summary>What two texts are compared by: their words, the letters of these in threes and fours, and what kinds of literals stand behind which words.</summary>
internal static class PieceFeatures
{
    private const int GramMin = 3;
    private const int GramMax = 4;

    /// <summary>Of a part of a prompt.</summary>
    public static IEnumerable<string> Of(IEnumerable<PromptPiece> pieces, Func<string, bool> isUnknown)
    {
        var before = "";
        foreach (var piece in pieces)
        {
            if (piece.Kind == PieceKind.Word)
            {
                foreach (var feature in isUnknown(piece.Text) ? [Mark(WordingSlot.Meaning), .. OfWord(piece.Text)] : OfWord(piece.Text))
                {
                    yield return feature;
                }
            }
            else if (piece.IsLiteral)
            {
                foreach (var mark in MarksOf(piece.Kind))
                {
                    yield return mark;
                    yield return $"{before} {mark}";
                }
            }

            before = Sentence.IsArticle(piece.Text) ? before : piece.Text;
        }
    }

    /// <summary>Of a wording, slots in braces.</summary>
    public static IEnumerable<string> Of(string wording)
    {
        var before = "";
        foreach (var word in wording.Split([' ', ',', '"'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word[0] == '{')
            {
                var mark = MarkOf(WordingSlot.Parse(word[1..word.IndexOf('}', StringComparison.Ordinal)]).Takes);
                yield return mark;
                yield return $"{before} {mark}";
            }
            else
            {
                foreach (var feature in OfWord(word.TrimEnd(':').ToLowerInvariant()))
                {
                    yield return feature;
                }
            }

            before = Sentence.IsArticle(word) ? before : word.TrimEnd(':').ToLowerInvariant();
        }
    }

    private static IEnumerable<string> OfWord(string word)
    {
        yield return $"={word}";
        var padded = $"_{word}_";
        for (var length = GramMin; length <= GramMax; length++)
        {
            for (var start = 0; start + length <= padded.Length; start++)
            {
                yield return padded.Substring(start, length);
            }
        }
    }

    private static string MarkOf(string takes) => Mark(takes switch { "address" => "person", "day" => "moment", _ => takes });

    private static string[] MarksOf(PieceKind kind) => kind switch
    {
        PieceKind.Address or PieceKind.Domain => [Mark("person")],
        PieceKind.Text => [Mark(WordingSlot.Text)],
        PieceKind.Name => [Mark("person"), Mark(WordingSlot.Text)],
        PieceKind.Amount => [Mark("amount")],
        PieceKind.Duration => [Mark("duration")],
        PieceKind.Moment => [Mark("moment")],
        PieceKind.Url => [Mark("url")],
        _ => [],
    };

    private static string Mark(string takes) => $"<{takes}>";
}
