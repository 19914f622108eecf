using System.Text.RegularExpressions;
using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation.ReadBacks;

/// <summary>
/// The fields of a provider's record as people call them: by their label where the catalog knows the kind of record, in lower case where it does not (<c>ActivityDate</c>: "activity date"), and else
/// as the provider spells them.
/// </summary>
internal static partial class RecordWords
{
    /// <summary>The field whose value can be the user: <c>me</c>.</summary>
    public const string Owner = "OwnerId";

    /// <summary>The field with the name of whoever that is.</summary>
    public const string OwnerName = "OwnerName";

    private const string OwnerLabel = "owner";
    private const string Custom = "__c";

    /// <summary>Words that end a label, so that none holds them.</summary>
    private static readonly string[] Ends = ["and", "as", "of", "is", "then", "the", "field"];

    /// <summary>The words for a field, and whether they are words rather than the provider's own name.</summary>
    public static (string Words, bool IsLabel) Of(string field, ItemKind? kind) =>
        kind?.Find(field) is { } known ? (known.Label, true)
        : kind is null && field == Owner ? (OwnerLabel, true)
        : kind is null && Capitalised().IsMatch(field) && Lower(field) is var words && !words.Split(' ').Intersect(Ends).Any() && words != OwnerLabel ? (words, true)
        : (field, false);

    /// <summary>Reads a label, as the provider's name of the field; null if there is none.</summary>
    public static string? ReadLabel(Line line, ItemKind? kind) => kind is null
        ? line.Try(() => Word(line) is { } first ? Name(line, [first]) : null)
        : kind.Fields.OrderByDescending(field => field.Label.Length).FirstOrDefault(field => line.TakeWhole(field.Label))?.Name;

    /// <summary>Reads a name as the provider spells it; null if there is none.</summary>
    public static string? ReadName(Line line) =>
        line.TakeWhile(character => char.IsAsciiLetterOrDigit(character) || character == '_') is { Length: > 0 } name ? name : null;

    /// <summary>Whether the text of a field says when.</summary>
    public static bool IsTime(string field, ItemKind? kind, string text) => kind?.Find(field) is { } known
        ? known.Kind == FieldKind.Time
        : field.EndsWith("Date", StringComparison.Ordinal) || field.EndsWith("DateTime", StringComparison.Ordinal)
            || (field.EndsWith(Custom, StringComparison.Ordinal) && RelativeTime.TryParse(text) is not null);

    private static string Name(Line line, List<string> words)
    {
        while (line.Try(() => line.Take(" ") ? Word(line) : null) is { } next)
        {
            words.Add(next);
        }

        return words is [OwnerLabel] ? Owner : string.Concat(words.Select(word => $"{char.ToUpperInvariant(word[0])}{word[1..].ToLowerInvariant()}"));
    }

    private static string? Word(Line line) => line.TakeWhile(char.IsAsciiLetter) is { Length: > 0 } word && !Ends.Contains(word, StringComparer.OrdinalIgnoreCase) ? word : null;

    private static string Lower(string field) => Capital().Replace(field, match => $"{(match.Index == 0 ? "" : " ")}{match.Value.ToLowerInvariant()}");

    [GeneratedRegex("^([A-Z][a-z]+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Capitalised();

    [GeneratedRegex("[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Capital();
}
