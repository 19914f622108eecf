using Cortex.Compilation.Grammar;

namespace Cortex.Compilation.Builtin;

/// <summary>The user's own words in a refusal.</summary>
internal static class Citation
{
    /// <summary>The words from a place on: up to "then", or else to the first comma.</summary>
    public static (string Cited, TextRange? At) From(string prompt, int offset)
    {
        var rest = prompt[offset..];
        var outside = QuotedText.Outside(rest);
        var then = outside.IndexOf(" then", StringComparison.OrdinalIgnoreCase);
        var end = then > 0 ? then : outside.IndexOf(',', StringComparison.Ordinal);
        var part = end > 0 ? rest[..end].TrimEnd(',', ' ') : rest;
        return (Shortened(part), Range(prompt, offset, offset + part.Length));
    }

    /// <summary>Words on one line, and not too many of them.</summary>
    public static string Shortened(string words)
    {
        var line = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= CompilationLimits.MaxQuoted)
        {
            return line;
        }

        var end = CompilationLimits.MaxQuoted - 1;
        return string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[end - 1]) ? end - 1 : end), "…");
    }

    private static TextRange? Range(string prompt, int start, int end)
    {
        var text = prompt.AsSpan(start, end - start);
        var lead = text.Length - text.TrimStart().Length;
        var length = text.Trim().Length;
        return length == 0 ? null : new TextRange(start + lead, length);
    }
}
