using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Cortex.Catalog;
using Cortex.Compilation.Validation;
using Cortex.Programs;
using Cortex.Programs.Templates;

namespace Cortex.Compilation.ReadBacks;

/// <summary>What a template or a condition points at, in words: <c>the email's subject</c>, <c>the summary of step 1</c>.</summary>
/// <param name="item">What the trigger brings; null for one that the catalog does not know.</param>
/// <param name="catalog">The catalog.</param>
/// <param name="steps">The program's steps, as far as they are known.</param>
internal sealed partial class PathWords(ItemKind? item, CortexCatalog catalog, IReadOnlyList<Step> steps)
{
    private const string OfStep = " of step ";
    private const string InStep = " in step ";
    private const string OfRecord = " of the record";
    private const string Item = "item ";
    private const string Whether = "whether ";
    private const string Values = "values";
    private const string Record = "record";

    /// <summary>The fields of each kind of item with their words, the longest first.</summary>
    private static readonly ConcurrentDictionary<ItemKind, IReadOnlyList<(string Words, string Name)>> Fields = new();

    /// <summary>The words; null for what has none.</summary>
    public string? Of(TemplatePath path) => path switch
    {
        { Root: TemplatePath.Steps } => Output(path),
        { Rest: [] } => Field(path.Root),
        { Rest: [var index] } when char.IsAsciiDigit(index[0]) => Element(index, Field(path.Root)),
        _ => null,
    };

    /// <summary>Reads a path; null if there is none.</summary>
    public TemplatePath? Read(Line line) => line.Try(() => ReadElement(line)) ?? ReadField(line) ?? line.Try(() => ReadOutput(line));

    /// <summary>The owner that the fields of the item have in common: "the email's ".</summary>
    public string? Owner => item is null ? null : OwnerOf(item);

    /// <summary>All that the steps leave behind as a whole, with its words.</summary>
    public IEnumerable<(TemplatePath Path, string Words)> Outputs => steps.SelectMany((step, index) => (catalog.FindTool(step.Tool)?.Outputs ?? [])
        .Select(output => (new TemplatePath(TemplatePath.Steps, [Text(index), "output", output.Name]), Whole(output.Label, index))));

    /// <summary>The words by which the item has a field; null if it has none of that name.</summary>
    private string? Field(string name) => item?.Find(name) is { } field ? Words(field, item) : null;

    private static string Words(ItemField field, ItemKind item) => field.Label.Contains("'s ", StringComparison.Ordinal) ? $"the {field.Label}" : $"{OwnerOf(item)}{field.Label}";

    private static string OwnerOf(ItemKind item) => $"the {item.Name}'s ";

    private TemplatePath? ReadField(Line line) =>
        item is not null && FieldsOf(item).FirstOrDefault(field => line.TakeWhole(field.Words)).Name is { } found ? new TemplatePath(found, []) : null;

    private static IReadOnlyList<(string Words, string Name)> FieldsOf(ItemKind item) =>
        Fields.GetOrAdd(item, static kind => [.. kind.Fields.Select(field => (Words: Words(field, kind), field.Name)).OrderByDescending(field => field.Words.Length)]);

    private static string? Element(string index, string? list) =>
        list is not null && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? $"{Item}{Text(number + 1)} of {list}" : null;

    private TemplatePath? ReadElement(Line line) =>
        line.Take(Item) && ReadNumber(line) is { } index && line.Take(" of ") && Read(line) is { } list ? list with { Rest = [.. list.Rest, Text(index)] } : null;

    private string? Output(TemplatePath path)
    {
        if (path.StepIndex is not { } index || index >= steps.Count || catalog.FindTool(steps[index].Tool) is not { } tool || path.Rest.Count < 3)
        {
            return null;
        }

        var (output, below) = (path.Rest[2], path.Rest.Skip(3).ToArray());
        return (output, below) switch
        {
            (Values, [var member]) => $"the {Member(member)}{OfStep}{Text(index + 1)}",
            (Record, [var field]) => $"{Labelled(field, index)}{OfRecord}{OfStep}{Text(index + 1)}",
            (not Values and not Record, []) when tool.Outputs.FirstOrDefault(one => one.Name == output) is { } known => Whole(known.Label, index),
            (not Values and not Record, [var element]) when char.IsAsciiDigit(element[0]) => Element(element, Output(path with { Rest = [.. path.Rest.SkipLast(1)] })),
            _ => null,
        };
    }

    private static string Whole(string label, int index) =>
        label.StartsWith(Whether, StringComparison.Ordinal) ? $"{label}{InStep}{Text(index + 1)}" : $"the {label}{OfStep}{Text(index + 1)}";

    /// <summary>What was extracted as "due date" is spelled due_date.</summary>
    private static string Member(string member) => Plain().IsMatch(member) && !Words(member).Contains(OfStep, StringComparison.Ordinal) ? Words(member) : $"\"{member}\"";

    private static string Words(string member) => $" {member.Replace('_', ' ')} ".Trim();

    private string Labelled(string field, int index)
    {
        var (words, isLabel) = RecordWords.Of(field, RecordFields.KindOf(steps[index], catalog));
        return isLabel ? $"the {words}" : field;
    }

    private TemplatePath? ReadOutput(Line line)
    {
        for (var index = 0; index < steps.Count; index++)
        {
            if (catalog.FindTool(steps[index].Tool) is { } tool && line.Try(() => ReadOutput(line, index, tool)) is { } path)
            {
                return path;
            }
        }

        return null;
    }

    private TemplatePath? ReadOutput(Line line, int index, ToolInfo tool)
    {
        foreach (var output in tool.Outputs)
        {
            var rest = output.Name switch
            {
                Values => line.Try(() => line.Take("the ") && ReadMember(line) is { } member && line.TakeWhole(OfStep + Text(index + 1)) ? member : null),
                Record => line.Try(() => ReadRecordField(line, index) is { } field && line.TakeWhole(OfRecord + OfStep + Text(index + 1)) ? field : null),
                _ => line.TakeWhole(Whole(output.Label, index)) ? "" : null,
            };
            if (rest is not null)
            {
                return new TemplatePath(TemplatePath.Steps, [Text(index), "output", output.Name, .. rest.Length == 0 ? Array.Empty<string>() : [rest]]);
            }
        }

        return null;
    }

    private static string? ReadMember(Line line)
    {
        if (line.Take("\""))
        {
            var name = line.TakeWhile(character => character != '"');
            return line.Take("\"") ? name : null;
        }

        var end = line.Rest.IndexOf(OfStep, StringComparison.OrdinalIgnoreCase);
        return end > 0 && line.Take(end).Replace(' ', '_') is var member && Plain().IsMatch(member) ? member : null;
    }

    private string? ReadRecordField(Line line, int index)
    {
        var kind = RecordFields.KindOf(steps[index], catalog);
        return line.Try(() => line.Take("the ") ? RecordWords.ReadLabel(line, kind) : null) ?? RecordWords.ReadName(line);
    }

    private static int? ReadNumber(Line line) =>
        int.TryParse(line.TakeWhile(char.IsAsciiDigit), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number - 1 : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
