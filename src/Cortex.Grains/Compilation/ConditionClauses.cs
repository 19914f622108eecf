using Cortex.Catalog;
using Cortex.Compilation.Validation;
using Cortex.Programs;

namespace Cortex.Compilation;

/// <summary>
/// Conditions in plain words: as they follow a noun (<c>from ana@example.com and with "invoice" in the subject</c>), and as
/// they follow "if" (<c>its subject contains "invoice"</c>).
/// </summary>
internal static class ConditionClauses
{
    /// <summary>The clause after a noun; empty for a condition that always holds.</summary>
    public static string Of(Condition condition, ItemKind? item, CortexCatalog catalog) => condition switch
    {
        AllOf all => Join(all.Parts, " and ", part => Of(part, item, catalog)),
        AnyOf any => Join(any.Parts, " or ", part => Of(part, item, catalog)),
        NotOf { Part: Comparison comparison } => Clause(comparison, item, catalog, negated: true),
        NotOf { Part: NotOf inner } => Of(inner.Part, item, catalog),
        NotOf not => $"not ({Of(not.Part, item, catalog)})",
        Comparison comparison => Clause(comparison, item, catalog, negated: false),
        _ => "",
    };

    /// <summary>The sentence after "if".</summary>
    public static string Sentence(Condition condition, ItemKind? item, CortexCatalog catalog) => condition switch
    {
        AllOf { Parts.Count: 0 } => "anything",
        AllOf all => Join(all.Parts, " and ", part => Sentence(part, item, catalog)),
        AnyOf any => Join(any.Parts, " or ", part => Sentence(part, item, catalog)),
        NotOf { Part: Comparison comparison } => Sentence(comparison, item, catalog, negated: true),
        NotOf { Part: NotOf inner } => Sentence(inner.Part, item, catalog),
        NotOf not => $"not ({Sentence(not.Part, item, catalog)})",
        Comparison comparison => Sentence(comparison, item, catalog, negated: false),
        _ => "",
    };

    private static string Join(IReadOnlyList<Condition> parts, string word, Func<Condition, string> say) =>
        parts.Count == 1
            ? say(parts[0])
            : string.Join(word, parts.Select(part => part is AllOf { Parts.Count: > 1 } or AnyOf { Parts.Count: > 1 } ? $"({say(part)})" : say(part)));

    private static string Clause(Comparison comparison, ItemKind? item, CortexCatalog catalog, bool negated)
    {
        var field = FieldOf(comparison, item, catalog);
        var value = comparison.Value.Text ?? "";
        var not = negated ? "not " : "";
        return (comparison.Op, field) switch
        {
            (Operator.Semantic, null) => $"which the model judges {not}to fit \"{value}\"",
            (Operator.Semantic, _) => $"whose {field.Label} the model judges {not}to fit \"{value}\"",
            _ when comparison.Field == ItemFieldNames.Changed => $"{(negated ? "without" : "with")} a change of the {ChangedLabel(value, item)}",
            (_, { PartOf.Parts: { } parts }) when !comparison.Edge => $"{not}{parts.Clause}{When(comparison, field)}",
            _ when comparison.Edge => $"whose {Edge(comparison, field, catalog, negated)}",
            (Operator.Equals, { IsAddress: true, Prepositions: [var from, ..] }) => $"{not}{from} {value}",
            (Operator.EndsWith, { IsAddress: true, Prepositions: [var from, ..] }) when value is ['@', .. var domain] => $"{not}{from} any address at {domain}",
            (Operator.Contains, { IsAddress: true, Prepositions: [var from, ..] }) => $"{not}{from} anyone with \"{value}\" in the name or address",
            (Operator.Contains, { Kind: FieldKind.Text }) => $"{(negated ? "without" : "with")} \"{value}\" in the {field.Label}",
            (Operator.Equals or Operator.Exists, { Kind: FieldKind.Flag }) =>
                $"{(ConditionWords.Wanted(comparison) != negated ? "with" : "without")} {Nouns.One(field.Label)}",
            _ => $"whose {General(comparison, field, catalog, negated)}",
        };
    }

    private static string Sentence(Comparison comparison, ItemKind? item, CortexCatalog catalog, bool negated)
    {
        if (StepPath.TryParse(comparison.Field) is { } path)
        {
            var named = comparison with { Field = TemplateWords.Output(path) };
            return General(named, field: null, catalog, negated);
        }

        var field = FieldOf(comparison, item, catalog);
        var not = negated ? "not " : "";
        return comparison switch
        {
            { Op: Operator.Semantic } => $"the model judges {(field is null ? "it" : $"its {field.Label}")} {not}to fit \"{comparison.Value.Text}\"",
            { Field: ItemFieldNames.Changed } => $"its {ChangedLabel(comparison.Value.Text ?? "", item)} has {not}changed",
            { Edge: false } when !negated && field?.PartOf?.Parts is { } parts => $"it {parts.Verbs[0]} {When(comparison, field)}",
            { Edge: true } => $"its {Edge(comparison, field, catalog, negated)}",
            _ when field is { Kind: FieldKind.Flag } => $"it has {(ConditionWords.Wanted(comparison) != negated ? Nouns.One(field.Label) : $"no {field.Label}")}",
            _ => $"its {General(comparison, field, catalog, negated)}",
        };
    }

    /// <summary>"on a Saturday", "after 18:00".</summary>
    private static string When(Comparison comparison, ItemField field) => (field.Kind, comparison.Op) switch
    {
        (FieldKind.Weekday, _) => $"on a {LiteralText.Of(comparison.Value)}",
        (_, Operator.GreaterThan) => $"after {LiteralText.Of(comparison.Value)}",
        (_, Operator.LessThan) => $"before {LiteralText.Of(comparison.Value)}",
        _ => $"at {LiteralText.Of(comparison.Value)}",
    };

    /// <summary>What has just become true.</summary>
    private static string Edge(Comparison comparison, ItemField? field, CortexCatalog catalog, bool negated)
    {
        var label = field?.Label ?? comparison.Field;
        var has = negated ? "has not just" : "has just";
        var value = ConditionWords.Value(Said(comparison, field), field);
        return (comparison.Op, field?.Kind) switch
        {
            (Operator.Equals, not (FieldKind.Flag or FieldKind.TextList or FieldKind.AddressList)) => $"{label} {has} become {value}",
            (Operator.GreaterThan, FieldKind.Number) => $"{label} {has} risen above {value}",
            (Operator.LessThan, FieldKind.Number) => $"{label} {has} fallen below {value}",
            (Operator.Contains, FieldKind.Text) => $"{label} {has} come to contain {value}",
            (Operator.Exists, _) => $"{label} {has} been {(ConditionWords.Wanted(comparison) ? "filled in" : "emptied")}",
            _ => Newly(General(comparison, field, catalog, negated), label),
        };
    }

    private static string Newly(string sentence, string label) =>
        sentence.IndexOf(" not ", StringComparison.Ordinal) is >= 0 and var not && not < sentence.IndexOf('"', StringComparison.Ordinal)
            ? sentence.Insert(not + " not ".Length, "newly ")
            : sentence.Insert(label.Length + 1, "newly ");

    private static string General(Comparison comparison, ItemField? field, CortexCatalog catalog, bool negated) =>
        ConditionWords.Sentence(Said(comparison, field) with { Edge = false }, catalog, negated);

    /// <summary>The literal as people say it: "important" for IMPORTANT.</summary>
    private static Comparison Said(Comparison comparison, ItemField? field) => comparison.Value switch
    {
        { Text: { } text } => comparison with { Value = Literal.Of(ValueWords.Of(text, field)) },
        _ => comparison,
    };

    private static string ChangedLabel(string name, ItemKind? item) => item?.Find(name)?.Label ?? name;

    private static ItemField? FieldOf(Comparison comparison, ItemKind? item, CortexCatalog catalog) =>
        item is null ? catalog.FindField(comparison.Field) : item.Find(comparison.Field);
}
