using System.Text.RegularExpressions;

namespace Cortex.Cli.Bench.Compile.Scoring;

/// <summary>Texts as labels compare them: without regard to case, spacing, outer quotes and the @ before a domain.</summary>
internal static partial class LooseText
{
    public static string? Of(string? text) =>
        text is null ? null : Spaces().Replace(text, " ").Trim().Trim('"', '\'').ToLowerInvariant().TrimStart('@');

    public static bool Same(string? one, string? other) => string.Equals(Of(one), Of(other), StringComparison.Ordinal);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
