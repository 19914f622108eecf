using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Cortex.Catalog;
using Cortex.Compilation.ReadBacks;
using Cortex.Compilation.Suggestions;
using Cortex.Compilation.Validation;
using Cortex.Programs;
using Cortex.Programs.Templates;

namespace Cortex.Compilation;

/// <summary>
/// Whether two readings of one prompt mean the same. They do if they differ in nothing but what nobody said: what a tool gets by default, letter case, the order of conditions, and
/// how a meaning is put that the model will judge.
/// </summary>
internal sealed class ReadingComparison(CortexCatalog catalog, TemplateParser templates)
{
    private const string Instructions = "instructions";

    /// <summary>Words that a meaning has the same sense with and without.</summary>
    private static readonly FrozenSet<string> Small = FrozenSet.Create(
        StringComparer.Ordinal,
        "a", "an", "the", "it", "its", "this", "that", "which", "who", "is", "are", "be", "to", "for", "of", "in", "on", "about", "regarding", "concerning", "related", "mention", "say", "ask", "somebody", "someone", "email", "mail", "messag", "item");

    private readonly CanonicalForm _canonical = new(catalog, templates);

    /// <param name="one">The reading that would be kept.</param>
    /// <param name="other">The one that it is held against.</param>
    public bool IsSame(CortexProgram one, CortexProgram other)
    {
        var (first, second) = (_canonical.Of(one), _canonical.Of(other));
        var item = catalog.FindTrigger(first.Trigger.Provider, first.Trigger.Event)?.Item;
        return (first.Trigger.Provider, first.Trigger.Event, first.Trigger.MinutesBefore) == (second.Trigger.Provider, second.Trigger.Event, second.Trigger.MinutesBefore)
            && IsSame(first.Trigger.Where, second.Trigger.Where, item)
            && first.Steps.Count == second.Steps.Count
            && first.Steps.Zip(second.Steps).All(steps => IsSame(steps.First, steps.Second, item));
    }

    private static bool IsSame(Condition? one, Condition? other, ItemKind? item) => (one is null ? "" : KeyOf(one, item)) == (other is null ? "" : KeyOf(other, item));

    private static string KeyOf(Condition condition, ItemKind? item) => condition switch
    {
        AllOf all => KeyOf("all", all.Parts, item),
        AnyOf any => KeyOf("any", any.Parts, item),
        NotOf not => $"not({KeyOf(not.Part, item)})",
        Comparison { Op: Operator.Semantic, Value.Text: { } text } meaning => $"{item?.Find(meaning.Field)?.Name ?? ItemFieldNames.Item} means {string.Join(' ', Words(text))}",
        Comparison comparison => $"{comparison.Field} {comparison.Op} {comparison.Edge} {comparison.Value.Number} {comparison.Value.Flag} {Folded(comparison.Value.Text)}",
        _ => throw new InvalidOperationException("A condition is of no known kind."),
    };

    private static string KeyOf(string join, IEnumerable<Condition> parts, ItemKind? item) =>
        $"{join}({string.Join('\u0001', parts.Select(part => KeyOf(part, item)).Distinct().Order(StringComparer.Ordinal))})";

    private bool IsSame(Step one, Step other, ItemKind? item)
    {
        if (one.Tool != other.Tool || !IsSame(one.If, other.If, item) || JsonNode.Parse(one.InputJson) is not JsonObject first || JsonNode.Parse(other.InputJson) is not JsonObject second)
        {
            return false;
        }

        return catalog.FindTool(one.Tool) is not { } tool
            ? JsonNode.DeepEquals(first, second)
            : tool.Inputs.All(input => IsSame(tool, input, first[input.Name], second[input.Name], item));
    }

    private static bool IsSame(ToolInfo tool, ToolInput input, JsonNode? one, JsonNode? other, ItemKind? item)
    {
        var usual = item is null ? null : input.DefaultFor(item);
        return (input.Kind, one ?? Text(usual), other ?? Text(usual)) switch
        {
            (_, null, null) => true,

            // What a notification says where nobody said it.
            (InputKind.Text, var first, var second) when tool.IsReport && usual is not null && (IsText(first, usual) || IsText(second, usual)) => true,

            // The user's own words are kept; the other reading may say them more briefly.
            (InputKind.Text, { } first, { } second) when tool.UsesModel && input.Name == Instructions => !Words(second.ToString()).Except(Words(first.ToString())).Any(),
            (InputKind.Fields, JsonObject first, JsonObject second) => IsSame(first, second, [.. input.Shapes.SelectMany(shape => shape.Required.Values)]),
            (InputKind.List, JsonArray first, JsonArray second) => Entries(first).SetEquals(Entries(second)),
            (_, { } first, { } second) => Folded(first.ToString()) == Folded(second.ToString()),
            _ => false,
        };
    }

    /// <summary>Of a record: what the catalog fills in, nobody said.</summary>
    private static bool IsSame(JsonObject one, JsonObject other, IReadOnlyList<string> filledIn) =>
        other.All(field => one[field.Key] is { } value && Folded(value.ToString()) == Folded(field.Value?.ToString()))
        && one.Where(field => !other.ContainsKey(field.Key)).All(field => field.Value?.ToString() is { } text && (filledIn.Contains(text) || text is ['{', '{', .., '}', '}']));

    private static bool IsText(JsonNode? value, string text) => value is not null && Folded(value.ToString()) == Folded(text);

    private static JsonValue? Text(string? text) => text is null ? null : JsonValue.Create(text);

    private static HashSet<string> Entries(JsonArray list) => [.. list.Select(entry => Folded(entry?.ToString()).Replace('_', ' '))];

    /// <summary>The words that a meaning is made of, in no order; all of it if they are all small.</summary>
    private static string[] Words(string text)
    {
        var words = PromptToken.Split(text).Where(token => token.IsWord || token.IsNumber).Select(token => WordStem.Of(token.Text)).Where(word => !Small.Contains(word)).Distinct().Order(StringComparer.Ordinal).ToArray();
        return words.Length == 0 ? [Folded(text)] : words;
    }

    private static string Folded(string? text) => string.Join(' ', (text ?? "").ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.', ',');
}
