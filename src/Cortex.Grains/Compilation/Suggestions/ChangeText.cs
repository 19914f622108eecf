namespace Cortex.Compilation.Suggestions;

/// <summary>How a suggestion differs from what was written, in a few plain words.</summary>
internal static class ChangeText
{
    /// <summary>Longer words are cut; what is left out is told in full.</summary>
    private const int LengthMax = 120;

    /// <summary>Everything is kept, and no part of it in the user's own words.</summary>
    public const string Reworded = "in other words";

    public static string Replaced(string written, string suggested) => $"{Shown(written)} → {Shown(suggested)}";

    public static string Added(string suggested) => $"adds: {Shown(suggested)}";

    public static string LeftOut(string written) => $"leaves out: {OneLine(written)}";

    private static string Shown(string text)
    {
        var line = OneLine(text);
        return line.Length <= LengthMax ? line : $"{line[..(char.IsHighSurrogate(line[LengthMax - 2]) ? LengthMax - 2 : LengthMax - 1)]}…";
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim(',', ';', ':', '.', ' ');
}
