namespace Cortex.Compilation.Suggestions;

/// <summary>Several automations in one prompt, each by itself: cut at the ends of lines, or else at the ends of sentences and before another "when".</summary>
internal static class Separation
{
    private static readonly string[] Openers = ["when", "whenever", "if", "every"];

    /// <summary>Whether it has more than one line, sentence or event; "star it when …" has one, whatever stopped the compiler there.</summary>
    public static bool IsSeveral(Sentence sentence) =>
        sentence.Pieces.SkipLast(1).Any(piece => piece.Is("\n") || piece.Is(".")) || sentence.Pieces.Count(piece => piece.Kind == PieceKind.Word && Openers.Contains(piece.Text)) > 1;

    public static IReadOnlyList<SuggestionDraft> Of(Sentence sentence)
    {
        var parts = new List<Range>();
        var from = 0;
        var hasLines = sentence.Pieces.Any(piece => piece.Is("\n"));
        for (var index = 1; index < sentence.Pieces.Count; index++)
        {
            if (hasLines ? sentence.Pieces[index].Is("\n") : sentence.Pieces[index].Is(".") || (sentence.Pieces[index].Kind == PieceKind.Word && Openers.Contains(sentence.Pieces[index].Text)))
            {
                parts.Add(from..index);
                from = index;
            }
        }

        parts.Add(from..sentence.Pieces.Count);
        if (parts.Skip(1).Select(part => Bare(sentence, part)).Any(part => PointsBack(sentence, part)))
        {
            return [];
        }

        var texts = parts.Select(part => sentence.TextOf(Bare(sentence, part))).Where(text => text.Length > 0).ToList();
        return [.. texts.Select((text, index) => new SuggestionDraft(text, 1, Departure.Of([.. texts.Where((_, other) => other != index).Select(ChangeText.LeftOut)])) { IsPart = true })];
    }

    /// <summary>"If it has an attachment": of what was said before.</summary>
    private static bool PointsBack(Sentence sentence, Range part)
    {
        var (start, length) = part.GetOffsetAndLength(sentence.Pieces.Count);
        return length > 1 && Openers.Contains(sentence.Pieces[start].Text) && sentence.Pieces[start + 1].Text is "it" or "it's" or "its" or "they" or "they're" or "their" or "he" or "she" or "that" or "this" or "those" or "these" or "so" or "not";
    }

    /// <summary>Without what joined it to the others: a number, a dash, "and".</summary>
    private static Range Bare(Sentence sentence, Range part)
    {
        var (start, length) = part.GetOffsetAndLength(sentence.Pieces.Count);
        while (length > 0 && (sentence.Pieces[start].IsMark || sentence.Pieces[start].Kind == PieceKind.Amount || sentence.Pieces[start].Is("and")))
        {
            start++;
            length--;
        }

        while (length > 0 && (sentence.Pieces[start + length - 1].IsMark || sentence.Pieces[start + length - 1].Is("and")))
        {
            length--;
        }

        return start..(start + length);
    }
}
