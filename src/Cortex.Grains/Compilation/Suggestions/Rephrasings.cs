using System.Buffers;
using Cortex.Catalog;
using Cortex.Compilation.Builtin;
using Cortex.Compilation.Grammar;

namespace Cortex.Compilation.Suggestions;

/// <summary>Finds words of a prompt for which others are known that the compiler reads; how they are written stands at the beginning of <c>rephrasings.txt</c>. Built once.</summary>
internal sealed class Rephrasings
{
    private const string Resource = "Cortex.Compilation.Suggestions.rephrasings.txt";
    private const string Arrow = " =>";
    private const string Same = " ~>";
    private const int WordsOfPlain = 1;

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(",;:\n");
    private static readonly SearchValues<char> RestEnds = SearchValues.Create(",;:\n\"");

    private static readonly string[] TextFields = ["subject", "body", "title", "description", "location", "name", "sender", "notes", "text", "status", "stage", "country", "state", "city", "owner", "priority", "amount", "close date", "due date"];

    private readonly PhraseTable<Rephrased> _table = new();

    public Rephrasings(CortexCatalog catalog)
    {
        var fields = catalog.Providers.SelectMany(provider => provider.Triggers).SelectMany(trigger => trigger.Item.Fields).SelectMany(FieldNames.Of).Concat(TextFields)
            .Select(name => name.ToLowerInvariant()).Distinct().ToList();
        var compiler = new PhraseCompiler((slot, _) => ValueParsers.One(Scan.Term(MeasureOf(slot.Kind, fields)).Then(text => SlotValue.Literal(text.ToString()!))));
        foreach (var line in Lines())
        {
            var same = line.LastIndexOf(Same, StringComparison.Ordinal);
            var at = Math.Max(same, line.LastIndexOf(Arrow, StringComparison.Ordinal));
            var text = line[(at + Arrow.Length)..].Trim();
            _table.Add(compiler, line[..at], captures => new Rephrased(text, captures, IsSame: same >= 0));
        }
    }

    /// <summary>The edits of a prompt, in its order, as far as they end behind a place; none overlaps another.</summary>
    public IEnumerable<Edit> In(string prompt, PromptContext context, int behind, ItemKind? item)
    {
        var end = 0;
        foreach (var start in Starts(prompt))
        {
            if (start < end || context.All(_table, start) is not [var match, ..] || match.End <= behind)
            {
                continue;
            }

            if (Filled(match.Value, item) is { } text)
            {
                end = match.End;
                yield return new Edit(new TextRange(start, end - start), text) { IsSame = match.Value.IsSame };
            }
        }
    }

    /// <summary>Where words, arrows and commas begin, outside of quotes.</summary>
    private static IEnumerable<int> Starts(string prompt)
    {
        var outside = QuotedText.Outside(prompt);
        for (var index = 0; index < outside.Length; index++)
        {
            if (outside[index] is ',' or '→' or ';' or '+' || (outside[index] is '-' or '=' && index + 1 < outside.Length && outside[index + 1] == '>')
                || (PromptWord.IsPart(outside[index]) && (index == 0 || (!PromptWord.IsPart(outside[index - 1]) && outside[index - 1] is not ('@' or '.')))))
            {
                yield return index;
            }
        }
    }

    /// <summary>The text with all slots filled; null if it is about a field that the item does not have.</summary>
    private static string? Filled(Rephrased rephrased, ItemKind? item)
    {
        var text = rephrased.Text;
        foreach (var slot in rephrased.Captures.Slots)
        {
            var said = rephrased.Captures.One(slot)?.Text;
            if (text.Contains($"{{{slot}!}}", StringComparison.Ordinal))
            {
                if (item?.Fields.FirstOrDefault(field => FieldNames.Of(field).Contains(said, StringComparer.OrdinalIgnoreCase)) is not { } field)
                {
                    return null;
                }

                text = text.Replace($"{{{slot}!}}", $"{{{{ {field.Name} }}}}", StringComparison.Ordinal);
            }

            text = text.Replace($"{{{slot}}}", said, StringComparison.Ordinal);
        }

        return text.Replace("\"\"", "\"", StringComparison.Ordinal);
    }

    private static Measure MeasureOf(string kind, IReadOnlyList<string> fields) => kind switch
    {
        "address" => text => AddressText.Length(text, domains: true),
        "quoted" => QuotedText.Length,
        "name" => NamesLength,
        "value" => text => QuotedText.Length(text) is > 0 and var quoted ? quoted : NamesLength(text) is > 0 and var name ? name : PlainLength(text),
        "plain" => text => QuotedText.Length(text) is > 0 and var quoted ? quoted : PlainLength(text),
        "duration" => Durations.Length,
        "moment" => TimeWords.Length,
        "role" => RoleWords.Length,
        "field" => text => Longest(text, fields),
        "clause" => ClauseLength,
        "rest" => RestLength,
        "word" => PlainLength,
        _ => throw new InvalidDataException($"{kind} is not a kind of words in {Resource}."),
    };

    /// <summary>Capitalised words and numbers in a row: "Room 5".</summary>
    private static int NamesLength(ReadOnlySpan<char> text)
    {
        var end = 0;
        for (var start = 0; start < text.Length && (char.IsUpper(text[start]) || (start > 0 && char.IsDigit(text[start])));)
        {
            end = start + PromptWord.Length(text[start..]);
            start = end < text.Length && text[end] == ' ' ? end + 1 : text.Length;
        }

        return end;
    }

    private static int PlainLength(ReadOnlySpan<char> text)
    {
        var length = PromptWord.Length(text);
        return length > WordsOfPlain && !Weights.IsFiller(PromptWord.Lower(text[..length])) && (length == text.Length || text[length] is not ('@' or '.') || length + 1 == text.Length || text[length + 1] == ' ') ? length : 0;
    }

    private static int ClauseLength(ReadOnlySpan<char> text) => text.IndexOfAny(ClauseEnds) is >= 0 and var end ? end : 0;

    private static int RestLength(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(RestEnds);
        var rest = (end < 0 ? text : text[..end]).TrimEnd(" .!?");
        return rest.Length > 1 ? rest.Length : 0;
    }

    private static int Longest(ReadOnlySpan<char> text, IReadOnlyList<string> words)
    {
        var longest = 0;
        foreach (var word in words)
        {
            longest = Math.Max(longest, PromptWord.Match(text, word));
        }

        return longest;
    }

    private static IEnumerable<string> Lines()
    {
        using var stream = typeof(Rephrasings).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is not in the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    private sealed record Rephrased(string Text, Captures Captures, bool IsSame);
}
