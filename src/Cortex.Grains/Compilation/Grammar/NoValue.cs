using System.Collections.Frozen;

namespace Cortex.Compilation.Grammar;

/// <summary>Words without quotes that ask for no value, or for one that nobody but the writer knows: "set its phone to <c>none</c>", "set its priority <c>one higher</c>".</summary>
internal static class NoValue
{
    /// <summary>That there is to be nothing, or the same in other letters, which no tool can do.</summary>
    private static readonly FrozenSet<string> Nothing = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "blank", "empty", "none", "null", "nil", "nothing", "nobody", "no one", "noone", "no-one", "nowhere", "undefined", "unset", "not set", "n/a", "blanked", "emptied", "cleared",
        "upper case", "lower case", "uppercase", "lowercase", "capitals", "capital letters");

    /// <summary>More or less than it is now, somebody else's, or whoever's.</summary>
    private static readonly FrozenSet<string> Relative = FrozenSet.Create(
        StringComparer.Ordinal,
        "unknown", "higher", "lower", "better", "worse", "hotter", "warmer", "colder", "bigger", "smaller", "larger", "longer", "shorter", "earlier", "later", "sooner", "more", "less", "up", "down", "next", "previous", "double", "twice", "half", "mine", "ours", "theirs", "yours", "hers",
        "whoever", "whomever", "whatever", "whichever", "someone", "somebody", "anyone", "anybody", "everyone", "everybody", "soon", "asap");

    /// <summary>Whether the words ask for nothing.</summary>
    public static bool IsNothing(string words) => Nothing.Contains(words.Trim());

    /// <summary>Whether they are less than a value: "one higher".</summary>
    public static bool IsRelative(string words)
    {
        var all = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return all is ["Whoever" or "Someone" or "Somebody"] || (all.Length > 0 && (Relative.Contains(all[0]) || Relative.Contains(all[^1])));
    }
}
