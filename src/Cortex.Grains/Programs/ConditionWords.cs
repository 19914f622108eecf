using Cortex.Catalog;

namespace Cortex.Programs;

/// <summary>Conditions as sentences: <c>sender is ana@example.com</c>.</summary>
internal static class ConditionWords
{
    public static string Sentence(Condition condition, CortexCatalog catalog, bool negated = false) => condition switch
    {
        NotOf not => Sentence(not.Part, catalog, !negated),
        Comparison comparison => Sentence(comparison, catalog, negated),
        _ => Group(condition, catalog, negated),
    };

    private static string Group(Condition condition, CortexCatalog catalog, bool negated)
    {
        var (parts, word) = condition is AllOf all ? (all.Parts, " and ") : (((AnyOf)condition).Parts, " or ");
        var sentences = parts.Select(part => part is AllOf or AnyOf ? $"({Sentence(part, catalog)})" : Sentence(part, catalog));
        var joined = parts.Count == 0 ? "always" : string.Join(word, sentences);
        return negated ? $"not ({joined})" : joined;
    }

    private static string Sentence(Comparison comparison, CortexCatalog catalog, bool negated)
    {
        var field = catalog.FindField(comparison.Field);
        var label = Label(comparison, field);
        var sentence = IsPresence(comparison, field)
            ? $"{label} is {(Wanted(comparison) != negated ? "present" : "absent")}"
            : $"{label} {Verb(comparison.Op, field, negated)} {Value(comparison, field)}";
        return comparison.Edge ? sentence + ", as of this change" : sentence;
    }

    /// <summary>What was seen: "sender was boss@x.com".</summary>
    public static string Was(Comparison comparison, CortexCatalog catalog, string? saw)
    {
        var field = catalog.FindField(comparison.Field);
        var verb = field is { IsList: true } ? "were" : "was";
        return $"{Label(comparison, field)} {verb} {(IsPresence(comparison, field) ? Presence(field, saw) : string.IsNullOrWhiteSpace(saw) ? "empty" : saw)}";
    }

    /// <summary>Why a comparison holds or does not: "sender was boss@x.com, wanted test@test.com".</summary>
    public static string Explanation(Comparison comparison, CortexCatalog catalog, string? saw, Truth truth, bool negated)
    {
        var was = Was(comparison, catalog, saw);
        if (truth == Truth.True)
        {
            return $"{was}, as wanted";
        }

        var field = catalog.FindField(comparison.Field);
        if (IsPresence(comparison, field))
        {
            return $"{was}, wanted {(Wanted(comparison) != negated ? "present" : "absent")}";
        }

        return comparison.Op == Operator.Equals && !negated && field is not { IsList: true }
            ? $"{was}, wanted {Value(comparison, field)}"
            : $"{was}, wanted that {(field is { IsList: true } ? "they" : "it")} {Verb(comparison.Op, field, negated)} {Value(comparison, field)}";
    }

    private static string Label(Comparison comparison, ItemField? field) =>
        field?.Label ?? StepOutputPath.Parse(comparison.Field)?.Label ?? comparison.Field;

    private static string Presence(ItemField? field, string? saw) =>
        (field?.Kind == FieldKind.Flag ? saw == "true" : !string.IsNullOrWhiteSpace(saw)) ? "present" : "absent";

    internal static bool IsPresence(Comparison comparison, ItemField? field) =>
        comparison.Op == Operator.Exists || field?.Kind == FieldKind.Flag;

    internal static bool Wanted(Comparison comparison) => comparison.Value.Flag ?? true;

    private static bool IsOfTime(ItemField? field) => field?.Kind is FieldKind.Time or FieldKind.TimeOfDay;

    internal static string Value(Comparison comparison, ItemField? field)
    {
        var text = LiteralText.Of(comparison.Value);
        var bare = comparison.Value.Text is null || (field is { IsAddress: true } && comparison.Op == Operator.Equals) || IsOfTime(field) || field?.Kind == FieldKind.Weekday;
        return bare ? text : $"\"{text}\"";
    }

    private static string Verb(Operator op, ItemField? field, bool negated) => (op, negated) switch
    {
        (Operator.Contains, _) when field is { IsList: true, ElementsAreNames: false } => negated ? "have none with" : "include one with",
        (Operator.Equals or Operator.Contains, _) when field is { IsList: true } => negated ? "do not include" : "include",
        _ when field is { IsList: true } => $"include {(negated ? "none" : "one")} that {Verb(op, field: null, negated: false)}",
        (Operator.Equals, false) => "is",
        (Operator.Equals, true) => "is not",
        (Operator.Contains, false) => "contains",
        (Operator.Contains, true) => "does not contain",
        (Operator.StartsWith, false) => "starts with",
        (Operator.StartsWith, true) => "does not start with",
        (Operator.EndsWith, false) => "ends with",
        (Operator.EndsWith, true) => "does not end with",
        (Operator.Matches, false) => "matches the pattern",
        (Operator.Matches, true) => "does not match the pattern",
        (Operator.GreaterThan, false) => IsOfTime(field) ? "is after" : "is more than",
        (Operator.GreaterThan, true) => IsOfTime(field) ? "is not after" : "is not more than",
        (Operator.LessThan, false) => IsOfTime(field) ? "is before" : "is less than",
        (Operator.LessThan, true) => IsOfTime(field) ? "is not before" : "is not less than",
        (_, false) => "fits",
        _ => "does not fit",
    };
}
