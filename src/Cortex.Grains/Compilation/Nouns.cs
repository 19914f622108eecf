using System.Globalization;

namespace Cortex.Compilation;

internal static class Nouns
{
    /// <summary>A noun with its article: "an email", "a lead".</summary>
    public static string One(string noun) => $"{(StartsWithVowel(noun) ? "an" : "a")} {noun}";

    private static bool StartsWithVowel(string noun) => "aeiou".Contains(char.ToLowerInvariant(noun[0]), StringComparison.Ordinal) && !noun.StartsWith("one-", StringComparison.OrdinalIgnoreCase);

    /// <summary>The same at the start of a sentence: "An email".</summary>
    public static string OneAtStart(string noun) => $"A{One(noun)[1..]}";

    /// <summary>Whether a noun names no particular one: "a customer", "customers".</summary>
    public static bool IsIndefinite(string noun) => noun.StartsWith("a ", StringComparison.Ordinal) || noun.StartsWith("an ", StringComparison.Ordinal) || noun.EndsWith('s');

    /// <summary>A noun in the plural: "receipts", "opportunities", "boarding passes".</summary>
    public static string Several(string noun) => noun switch
    {
        [.., not ('a' or 'e' or 'o' or 'u'), 'y'] => $"{noun[..^1]}ies",
        [.., 's' or 'x'] or [.., 'c' or 's', 'h'] => $"{noun}es",
        _ => $"{noun}s",
    };

    /// <summary>How many: "1 email", "412 emails".</summary>
    public static string Count(int number, string noun) => $"{Number(number)} {(number == 1 ? noun : Several(noun))}";

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
