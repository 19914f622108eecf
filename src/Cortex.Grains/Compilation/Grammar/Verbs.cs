namespace Cortex.Compilation.Grammar;

/// <summary>Forms of verbs.</summary>
internal static class Verbs
{
    /// <summary>"asks for", "ask for", "asking for": what one does, several do, and somebody is doing.</summary>
    public static IEnumerable<string> FormsOf(string doing)
    {
        yield return doing;
        var space = doing.IndexOf(' ', StringComparison.Ordinal);
        var (verb, rest) = space < 0 ? (doing, "") : (doing[..space], doing[space..]);
        if (verb is not [.., 's'] or "is")
        {
            yield break;
        }

        var plain = verb switch
        {
            [.., 'i', 'e', 's'] => $"{verb[..^3]}y",
            [.., 'c' or 's', 'h', 'e', 's'] => verb[..^2],
            _ => verb[..^1],
        };
        yield return plain + rest;
        yield return (plain is [.., 'e'] ? plain[..^1] : plain) + "ing" + rest;
    }
}
