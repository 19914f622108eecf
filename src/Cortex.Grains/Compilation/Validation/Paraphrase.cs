using System.Globalization;

namespace Cortex.Compilation.Validation;

/// <summary>
/// Words for the model to judge or to write by. They need not be the prompt's own, but they bring nothing into it: no address,
/// link, number, name or quotation that is not there, and at least one of their words is.
/// </summary>
internal static class Paraphrase
{
    private const int ShortestContentWord = 3;

    private static readonly string[] Stops =
    [
        "the", "and", "for", "with", "that", "this", "are", "was", "has", "have", "from", "about", "its",
        "not", "any", "which", "who", "they", "them", "their", "will", "would",
    ];

    /// <summary>What says no more than that something is to be written.</summary>
    private static readonly string[] Tasks = ["write", "reply", "answer", "respond", "draft", "email", "message", "text", "summarize", "summary"];

    public static ProgramFault? FindFault(string text, PromptLiterals origin)
    {
        if (Invented(text, origin) is { } piece)
        {
            return ValidationScope.Invented(piece, "What is judged or written may only speak of addresses, numbers and names that you gave.");
        }

        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(Letters)
            .Where(word => word.Length >= ShortestContentWord && !Stops.Contains(word, StringComparer.OrdinalIgnoreCase));
        return words.Any(word => origin.SaidForm(word) || Tasks.Contains(word, StringComparer.OrdinalIgnoreCase)) || SaidAsItIs(text, origin)
            ? null
            : ValidationScope.Invented(text, "Say in your own words what is meant.");
    }

    /// <summary>"a 1:1" has no letters to compare.</summary>
    private static bool SaidAsItIs(string text, PromptLiterals origin)
    {
        var bare = text.StartsWith("a ", StringComparison.Ordinal) ? text[2..] : text;
        return bare.Any(char.IsLetterOrDigit) && origin.SaidAny(bare, bare + "s");
    }

    private static string? Invented(string text, PromptLiterals origin)
    {
        var quoted = text.Split('"');
        for (var index = 1; index + 1 < quoted.Length; index += 2)
        {
            if (quoted[index].Any(char.IsLetterOrDigit) && !origin.Said(quoted[index]))
            {
                return quoted[index];
            }
        }

        var begins = true;
        foreach (var raw in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var word = raw.Trim('"', '\'', '“', '”', '‘', '’', '(', ')', '[', ']', ',', ';', ':', '.', '!', '?', '/');
            if (word.Length > 0 && IsSpecific(word, begins) && !Said(word, origin))
            {
                return word;
            }

            begins = raw[^1] is '.' or '!' or '?' or ':';
        }

        return null;
    }

    /// <summary>An address, a link, a domain, something with a number in it, a name.</summary>
    private static bool IsSpecific(string word, bool begins) =>
        word.Any(character => char.IsDigit(character) || character is '@' or '/' or '.') || (!begins && word.Length > 1 && char.IsUpper(word[0]));

    private static bool Said(string word, PromptLiterals origin) =>
        origin.Said(word)
        || (decimal.TryParse(word, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && origin.SaidNumber(number))
        || (word is [.. var single, 's'] && origin.Said(single))
        || origin.Said(word + "s")
        || (word.Contains('/', StringComparison.Ordinal) && word.Split('/').All(part => part.All(char.IsLetter)));

    private static IEnumerable<string> Letters(string word) => word
        .Split('-', '/', '\'', '’')
        .Select(part => part.Trim('"', '.', ',', ';', ':', '!', '?', '(', ')'))
        .Where(part => part.All(char.IsLetter));
}
