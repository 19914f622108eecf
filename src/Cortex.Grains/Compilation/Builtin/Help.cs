using Cortex.Catalog;
using Cortex.Compilation.Grammar;

namespace Cortex.Compilation.Builtin;

/// <summary>What refusals say about the way out, from the catalog.</summary>
internal sealed class Help(CortexCatalog catalog)
{
    public const string Example = "Write for example: when: email from ana@example.com then: label it \"Family\".";

    /// <summary>Everything that can be watched.</summary>
    public string Events { get; } =
        $"What can be watched: {string.Join(", ", catalog.Providers.SelectMany(provider => provider.Triggers).Select(trigger => trigger.Phrase))}.";

    /// <summary>Everything that can be done.</summary>
    public string Actions { get; } = $"What can be done: {string.Join(", ", catalog.Tools.Select(tool => tool.Label))}.";

    /// <summary>The words that were not understood: from here up to "then", or else to the first comma.</summary>
    public static (string Cited, TextRange? At) CitedAt(PromptCursor cursor)
    {
        var rest = cursor.Prompt[cursor.Position..];
        var outside = QuotedText.Outside(rest);
        var then = outside.IndexOf(" then", StringComparison.OrdinalIgnoreCase);
        var end = then > 0 ? then : outside.IndexOf(',', StringComparison.Ordinal);
        var part = end > 0 ? rest[..end].TrimEnd(',', ' ') : rest;
        return (Cited(part), cursor.RangeTo(cursor.Position, cursor.Position + part.Length));
    }

    /// <summary>The user's words, shortened.</summary>
    public static string Cited(string words)
    {
        var line = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= CompilationLimits.MaxQuoted)
        {
            return line;
        }

        var end = CompilationLimits.MaxQuoted - 1;
        return string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[end - 1]) ? end - 1 : end), "…");
    }
}
