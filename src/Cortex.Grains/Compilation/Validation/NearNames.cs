namespace Cortex.Compilation.Validation;

/// <summary>The names that are most like one that does not exist: a refusal that lists all of them helps nobody.</summary>
internal static class NearNames
{
    private const int NamesMax = 3;

    /// <summary>Up to three of the names, the likest first: "subject, body or snippet".</summary>
    public static string Of(string wanted, IEnumerable<string> known)
    {
        var pairs = Pairs(wanted);
        string[] near = [.. known.Select((name, order) => (name, order)).OrderByDescending(one => Likeness(pairs, Pairs(one.name))).ThenBy(one => one.order).Select(one => one.name).Take(NamesMax)];
        return near.Length < 2 ? string.Concat(near) : $"{string.Join(", ", near[..^1])} or {near[^1]}";
    }

    private static double Likeness(HashSet<string> one, HashSet<string> other) => one.Count + other.Count == 0 ? 0 : 2.0 * one.Count(other.Contains) / (one.Count + other.Count);

    private static HashSet<string> Pairs(string name)
    {
        var lower = name.ToLowerInvariant();
        return [.. Enumerable.Range(0, Math.Max(0, lower.Length - 1)).Select(index => lower.Substring(index, 2))];
    }
}
