using System.Globalization;

namespace Cortex.Compilation;

internal static class Nouns
{
    /// <summary>A noun with its article: "an email", "a lead".</summary>
    public static string One(string noun) => $"{("aeiou".Contains(char.ToLowerInvariant(noun[0]), StringComparison.Ordinal) ? "an" : "a")} {noun}";

    /// <summary>Several of them: "emails", "opportunities".</summary>
    public static string Several(string noun) =>
        noun is [.. var stem, var before, 'y'] && !"aeiou".Contains(before, StringComparison.Ordinal) ? $"{stem}{before}ies" : $"{noun}s";

    /// <summary>How many: "1 email", "412 emails".</summary>
    public static string Count(int number, string noun) => $"{Number(number)} {(number == 1 ? noun : Several(noun))}";

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
