namespace Cortex.Catalog;

/// <summary>Phrases that are put together of parts, each part with its alternatives.</summary>
internal static class Combined
{
    /// <summary>Every way to take one alternative of each part, joined by blanks; an empty alternative leaves the part out.</summary>
    public static IEnumerable<string> Of(params IReadOnlyList<IReadOnlyList<string>> parts)
    {
        IEnumerable<string> all = [""];
        foreach (var part in parts)
        {
            all = all.SelectMany(_ => part, (before, next) => before.Length == 0 ? next : next.Length == 0 ? before : $"{before} {next}");
        }

        return all;
    }
}
