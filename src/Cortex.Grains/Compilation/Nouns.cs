namespace Cortex.Compilation;

internal static class Nouns
{
    /// <summary>A noun with its article: "an email", "a lead".</summary>
    public static string One(string noun) => $"{("aeiou".Contains(char.ToLowerInvariant(noun[0]), StringComparison.Ordinal) ? "an" : "a")} {noun}";
}
