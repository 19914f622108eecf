using Cortex.Compilation.Grammar;

namespace Cortex.Compilation.Suggestions;

/// <summary>Writes a literal of the prompt as the built-in compiler surely reads it.</summary>
internal static class Writing
{
    /// <summary>The words for a slot; null when the literal cannot stand there.</summary>
    public static string? Of(PromptPiece piece, WordingSlot slot) => !slot.Accepts.Contains(piece.Kind) ? null : slot.Takes switch
    {
        WordingSlot.Text => Quoted(piece.Text),
        WordingSlot.Meaning => piece.Text,
        WordingSlot.Day => TimeWords.DayLength(piece.Text) == piece.Text.Length ? piece.Text : null,
        "person" when piece.Kind is PieceKind.Text or PieceKind.Name => Quoted(piece.Text),
        "moment" when piece.Text.StartsWith("at ", StringComparison.OrdinalIgnoreCase) => null,
        _ => piece.Text,
    };

    /// <summary>Words without quotes, for a slot that takes such.</summary>
    public static string Of(string words, WordingSlot slot, string wording) => slot.Takes is WordingSlot.Text or WordingSlot.Person ? Quoted(words)
        : wording.Contains($" a {{{WordingSlot.Meaning}}}", StringComparison.Ordinal) ? One(words)
        : words;

    /// <summary>In quotes that the text itself does not hold.</summary>
    public static string Quoted(string text) => text.Contains('"', StringComparison.Ordinal) ? $"“{text}”" : $"\"{text}\"";

    /// <summary>"receipts": "receipt".</summary>
    private static string One(string words) => words is [.., not ('s' or 'u' or 'i'), 's'] ? words.EndsWith("ies", StringComparison.Ordinal) ? $"{words[..^3]}y" : words[..^1] : words;
}
