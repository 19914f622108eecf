using System.Collections.Frozen;
using System.Globalization;

namespace Cortex.Programs.Templates;

/// <summary>The filters that templates may use. None can make a text much longer than it was.</summary>
internal static class TemplateFilters
{
    private const int MaxJoinedBy = 10;

    private static readonly FrozenDictionary<string, Filter> All = new Dictionary<string, Filter>(StringComparer.Ordinal)
    {
        ["upcase"] = new(0, 0, (value, _) => value.Text.ToUpperInvariant()),
        ["downcase"] = new(0, 0, (value, _) => value.Text.ToLowerInvariant()),
        ["capitalize"] = new(0, 0, (value, _) => value.Text is [var first, .. var rest] ? char.ToUpperInvariant(first) + rest : ""),
        ["strip"] = new(0, 0, (value, _) => value.Text.Trim()),
        ["truncate"] = new(1, 2, (value, arguments) => Truncate(value.Text, Number(arguments[0]), arguments is [_, var end] ? end : "...")),
        ["truncatewords"] = new(1, 2, (value, arguments) => TruncateWords(value.Text, Number(arguments[0]), arguments is [_, var end] ? end : "...")),
        ["strip_html"] = new(0, 0, (value, _) => HtmlText.Strip(value.Text)),
        ["default"] = new(1, 1, (value, arguments) => value.IsEmpty ? arguments[0] : value),
        ["first"] = new(0, 0, (value, _) => value.Element(0)),
        ["last"] = new(0, 0, (value, _) => value.Element(value.Count - 1)),
        ["size"] = new(0, 0, (value, _) => value.Size.ToString(CultureInfo.InvariantCulture)),
        ["join"] = new(1, 1, (value, arguments) => value.Joined(arguments[0])),
        ["date"] = new(1, 1, (value, arguments) => DateFormat.Apply(value.Text, arguments[0])),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Names { get; } = string.Join(", ", All.Keys.Order(StringComparer.Ordinal));

    public static bool Allows(FilterCall call) =>
        All.TryGetValue(call.Name, out var filter)
            && call.Arguments.Count >= filter.Least
            && call.Arguments.Count <= filter.Most
            && call.Name switch
            {
                "truncate" or "truncatewords" => int.TryParse(call.Arguments[0], NumberStyles.None, CultureInfo.InvariantCulture, out _),
                "join" => call.Arguments[0].Length <= MaxJoinedBy,
                _ => true,
            };

    public static TemplateValue Apply(FilterCall call, TemplateValue value) => All[call.Name].Apply(value, call.Arguments);

    private static int Number(string argument) => int.Parse(argument, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Truncate(string text, int length, string end)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var kept = Math.Max(0, length - end.Length);
        kept -= kept > 0 && char.IsHighSurrogate(text[kept - 1]) ? 1 : 0;
        return string.Concat(text.AsSpan(0, kept), end);
    }

    private static string TruncateWords(string text, int count, string end)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= count ? text : string.Join(' ', words.Take(count)) + end;
    }

    private sealed record Filter(int Least, int Most, Func<TemplateValue, IReadOnlyList<string>, TemplateValue> Apply);
}
