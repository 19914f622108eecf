namespace Cortex.Compilation.Suggestions;

/// <summary>How a suggestion differs from what was written, in a few plain words.</summary>
internal static class ChangeText
{
    private const int LengthMax = 60;

    /// <summary>Everything is kept, and no part of it in the user's own words.</summary>
    public const string Reworded = "in other words";

    public static string Replaced(string written, string suggested) => $"{Shown(written)} → {Shown(suggested)}";

    public static string Added(string suggested) => $"adds: {Shown(suggested)}";

    public static string LeftOut(string written) => $"leaves out: {Shown(written)}";

    private static string Shown(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim(',', ';', ':', '.', ' ');
        return line.Length <= LengthMax ? line : $"{line[..(char.IsHighSurrogate(line[LengthMax - 2]) ? LengthMax - 2 : LengthMax - 1)]}…";
    }
}
