namespace Cortex.Compilation.Grammar;

/// <summary>Forms of verbs, of phrases that begin with one.</summary>
internal static class Verbs
{
    /// <summary>"asks for": what several do, "ask for".</summary>
    public static string OfSeveral(string doing)
    {
        var (verb, rest) = Split(doing);
        return Plain(verb) + rest;
    }

    /// <summary>"asks for": what somebody is doing, "asking for".</summary>
    public static string Doing(string doing)
    {
        var (verb, rest) = Split(doing);
        var plain = Plain(verb);
        return plain == verb ? doing : $"{(plain is [.., 'e'] ? plain[..^1] : plain)}ing{rest}";
    }

    /// <summary>Whether another verb follows: "asks me to".</summary>
    public static bool LeadsToAnother(string doing) => doing.EndsWith(" to", StringComparison.Ordinal);

    private static (string Verb, string Object) Split(string doing) => doing.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var space ? (doing[..space], doing[space..]) : (doing, "");

    private static string Plain(string verb) => verb switch
    {
        "is" or [.., not 's'] => verb,
        [.., 'i', 'e', 's'] => $"{verb[..^3]}y",
        [.., 'c' or 's', 'h', 'e', 's'] => verb[..^2],
        _ => verb[..^1],
    };
}
