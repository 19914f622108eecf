using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation;

/// <summary>Conditions as they follow a noun: <c>from ana@example.com and with "invoice" in the subject</c>.</summary>
internal static class ConditionClauses
{
    /// <summary>The clause; empty for a condition that always holds.</summary>
    public static string Of(Condition condition, CortexCatalog catalog) => condition switch
    {
        AllOf all => Join(all.Parts, " and ", catalog),
        AnyOf any => Join(any.Parts, " or ", catalog),
        NotOf { Part: Comparison comparison } => Of(comparison, catalog, negated: true),
        NotOf not => $"not ({Of(not.Part, catalog)})",
        Comparison comparison => Of(comparison, catalog, negated: false),
        _ => "",
    };

    private static string Join(IReadOnlyList<Condition> parts, string word, CortexCatalog catalog) =>
        parts.Count == 1
            ? Of(parts[0], catalog)
            : string.Join(word, parts.Select(part => part is AllOf { Parts.Count: > 1 } or AnyOf { Parts.Count: > 1 } ? $"({Of(part, catalog)})" : Of(part, catalog)));

    private static string Of(Comparison comparison, CortexCatalog catalog, bool negated)
    {
        var field = catalog.FindField(comparison.Field);
        var value = comparison.Value.Text ?? "";
        var not = negated ? "not " : "";
        return (comparison.Op, field) switch
        {
            _ when comparison.Edge => General(comparison, catalog, negated),
            (Operator.Equals, { IsAddress: true, Prepositions: [var from, ..] }) => $"{not}{from} {value}",
            (Operator.EndsWith, { IsAddress: true, Prepositions: [var from, ..] }) when value is ['@', .. var domain] => $"{not}{from} any address at {domain}",
            (Operator.Contains, { IsAddress: true, Prepositions: [var from, ..] }) => $"{not}{from} anyone with \"{value}\" in the name or address",
            (Operator.Contains, { Kind: FieldKind.Text }) => $"{(negated ? "without" : "with")} \"{value}\" in the {field.Label}",
            (Operator.Equals or Operator.Exists, { Kind: FieldKind.Flag }) => $"{(ConditionWords.Wanted(comparison) != negated ? "with" : "without")} {Article(field.Label)} {field.Label}",
            _ => General(comparison, catalog, negated),
        };
    }

    private static string General(Comparison comparison, CortexCatalog catalog, bool negated) =>
        $"whose {ConditionWords.Sentence(comparison, catalog, negated)}";

    private static string Article(string noun) => "aeiou".Contains(char.ToLowerInvariant(noun[0])) ? "an" : "a";
}
