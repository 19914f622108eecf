using System.Text;

namespace Cortex.Compilation.Suggestions;

/// <summary>
/// Words of a prompt that are a letter or two away from exactly one word of the language (Damerau and Levenshtein: a letter left out, added, changed, or two
/// swapped), and no other word of English. A correction is only ever proposed.
/// </summary>
internal sealed class Spelling
{
    /// <summary>Shorter words are a letter away from too many others.</summary>
    private const int ShortestWord = 4;

    /// <summary>From here on a letter may also be wrong or too many: of shorter words that makes other words.</summary>
    private const int LengthOfAnyError = 6;

    /// <summary>From here on two letters may be wrong.</summary>
    private const int LengthOfTwoErrors = 8;

    private static readonly string[] EndsOfNouns = ["er", "ers", "r", "rs", "or", "ors", "y"];

    private static readonly string[] EndsOfVerbs = ["", "s", "es", "d", "ed", "ing"];

    private readonly IReadOnlySet<string> _vocabulary;
    private readonly HashSet<string> _stems;
    private readonly ILookup<int, string> _byLength;

    public Spelling(IReadOnlySet<string> vocabulary)
    {
        _vocabulary = vocabulary;
        _stems = vocabulary.Select(WordStem.Of).ToHashSet(StringComparer.Ordinal);
        _byLength = vocabulary.Where(word => word.Length >= ShortestWord).Order(StringComparer.Ordinal).ToLookup(word => word.Length);
    }

    /// <summary>The prompt with every such word corrected, and what was: "recieve → receive".</summary>
    public (string Prompt, IReadOnlyList<string> Changes) Correct(string prompt, IReadOnlyList<PromptPiece> pieces)
    {
        var corrected = new StringBuilder(prompt);
        var changes = new List<string>();
        foreach (var piece in pieces.Where(piece => piece.Kind == PieceKind.Word).Reverse())
        {
            if (Find(piece.Text) is { } word)
            {
                var written = prompt.Substring(piece.At.Start, piece.At.Length);
                corrected.Remove(piece.At.Start, piece.At.Length).Insert(piece.At.Start, word);
                changes.Insert(0, $"{written} → {word}");
            }
        }

        return (corrected.ToString(), changes.Distinct(StringComparer.Ordinal).ToList());
    }

    /// <summary>The word that is meant; null if this one is known, or none or several are as near.</summary>
    private string? Find(string word)
    {
        if (word.Length < ShortestWord || _vocabulary.Contains(word) || _stems.Contains(WordStem.Of(word)))
        {
            return null;
        }

        var isEnglish = EnglishWords.Contains(word);
        var allowed = word.Length >= LengthOfTwoErrors ? 2 : 1;
        var (best, found, ties) = (allowed + 1, (string?)null, 0);
        for (var length = word.Length - allowed; length <= word.Length + allowed; length++)
        {
            foreach (var candidate in _byLength[length])
            {
                if (!MayBeMeant(word, candidate) || (isEnglish && !IsSwapped(word, candidate)))
                {
                    // Of a word of English only swapped letters are a likely error: "form" for "from".
                    continue;
                }

                var distance = Distance(word, candidate, best);
                if (distance == 2 && candidate.Length == word.Length && !IsSwapped(word, candidate))
                {
                    // Two letters that are others make another word: "receipts" is not "receives".
                    continue;
                }

                if (distance < best)
                {
                    (best, found, ties) = (distance, candidate, 0);
                }
                else if (distance == best && distance <= allowed && !IsSameWord(candidate, found!))
                {
                    ties++;
                }
            }
        }

        return ties == 0 ? found : null;
    }

    /// <summary>People rarely get the first letter wrong, and a short word with another letter is mostly another word.</summary>
    private static bool MayBeMeant(string word, string candidate) =>
        word[0] == candidate[0] && !IsOtherForm(word, candidate) && (word.Length >= LengthOfAnyError || candidate.Length > word.Length || IsSwapped(word, candidate));

    /// <summary>"Reporter" is not "report" or "reported", nor "delivery" "deliver" or "delivered": a noun of the same stem is another word.</summary>
    private static bool IsOtherForm(string word, string candidate)
    {
        var common = word.AsSpan().CommonPrefixLength(candidate);
        return EndsOfNouns.Contains(word[common..]) && EndsOfVerbs.Contains(candidate[common..]);
    }

    private static bool IsSwapped(string word, string candidate) =>
        word.Length == candidate.Length && word.Order().SequenceEqual(candidate.Order());

    /// <summary>Two forms of one word, one of which may be meant as well as the other: "email", "emails".</summary>
    private static bool IsSameWord(string one, string other) => one.TrimEnd('s') == other.TrimEnd('s');

    /// <summary>The distance, or more than <paramref name="most"/> as soon as it must be.</summary>
    private static int Distance(string one, string other, int most)
    {
        Span<int> before = stackalloc int[other.Length + 1];
        Span<int> row = stackalloc int[other.Length + 1];
        Span<int> next = stackalloc int[other.Length + 1];
        for (var column = 0; column <= other.Length; column++)
        {
            row[column] = column;
        }

        for (var index = 1; index <= one.Length; index++)
        {
            next[0] = index;
            var least = index;
            for (var column = 1; column <= other.Length; column++)
            {
                var cost = one[index - 1] == other[column - 1] ? 0 : 1;
                next[column] = Math.Min(Math.Min(next[column - 1], row[column]) + 1, row[column - 1] + cost);
                if (index > 1 && column > 1 && one[index - 1] == other[column - 2] && one[index - 2] == other[column - 1])
                {
                    next[column] = Math.Min(next[column], before[column - 2] + 1);
                }

                least = Math.Min(least, next[column]);
            }

            if (least > most)
            {
                return most + 1;
            }

            var spare = before;
            before = row;
            row = next;
            next = spare;
        }

        return row[other.Length];
    }
}
