using System.Collections.Frozen;

namespace Cortex.Cli.Bench.Compile.Scoring;

/// <summary>Whether a program's conditions are the labelled ones.</summary>
/// <param name="tolerance">What is as good.</param>
/// <param name="isTried">Whether the program does with the label's items as labelled, so that another way to compare an address is as good.</param>
internal sealed class ConditionMatch(Tolerance tolerance, bool isTried)
{
    private const string Important = "important";

    /// <summary>Names that people and models give to the same field.</summary>
    private static readonly FrozenDictionary<string, string> Synonyms = new Dictionary<string, string>
    {
        ["content"] = "body", ["text"] = "body", ["snippet"] = "body", ["message"] = "body",
        ["from_name"] = "from", ["from_address"] = "from", ["sender"] = "from",
        ["title"] = "summary", ["name"] = "summary",
        ["start_time"] = "start", ["end_time"] = "end",
        ["label"] = "labels", ["attendee"] = "attendees", ["stage"] = "stagename",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Operators that may select the same items when a field's value is an address, a domain or a label.</summary>
    private static readonly FrozenDictionary<string, string[]> Interchangeable = new Dictionary<string, string[]>
    {
        ["from"] = ["equals", "contains", "ends_with"],
        ["to"] = ["equals", "contains"],
        ["cc"] = ["equals", "contains"],
        ["attendees"] = ["equals", "contains"],
        ["organizer"] = ["equals", "contains"],
        ["labels"] = ["equals", "contains"],
        ["email"] = ["ends_with", "contains"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Each labelled condition is there, and nothing else but what may be there besides.</summary>
    public bool AreSame(IReadOnlyList<FlatCondition> labelled, IReadOnlyList<FlatCondition> compiled) =>
        Left(labelled, compiled) is { } left && left.TrueForAll(condition => tolerance.ExtraConditions.Any(extra => IsSame(extra, condition)));

    /// <summary>What is left of the compiled conditions when each labelled one has been found among them; null where one is missing.</summary>
    private List<FlatCondition>? Left(IReadOnlyList<FlatCondition> labelled, IReadOnlyList<FlatCondition> compiled)
    {
        var left = compiled.ToList();
        foreach (var label in labelled)
        {
            var index = left.FindIndex(condition => IsSame(label, condition));
            if (index < 0)
            {
                return null;
            }

            left.RemoveAt(index);
        }

        return left;
    }

    private bool IsSame(FlatCondition label, FlatCondition condition) => (label, condition) switch
    {
        (FlatCondition.Any one, FlatCondition.Any other) => Left(one.Parts, other.Parts) is [],
        (FlatCondition.All one, FlatCondition.All other) => Left(one.Parts, other.Parts) is [],
        (FlatCondition.Leaf one, FlatCondition.Leaf other) =>
            one.IsNegated == other.IsNegated && (one.IsSemantic || other.IsSemantic ? IsSameMeaning(one, other) : IsSameComparison(one, other)),
        _ => false,
    };

    /// <summary>How a meaning is worded cannot be compared here; "important" may be Gmail's marker instead.</summary>
    private static bool IsSameMeaning(FlatCondition.Leaf label, FlatCondition.Leaf condition)
    {
        if (label.IsSemantic && condition.IsSemantic)
        {
            return true;
        }

        var (meaning, comparison) = label.IsSemantic ? (label, condition) : (condition, label);
        return comparison.Field == "labels" && LooseText.Of(comparison.Value) == Important
            && LooseText.Of(meaning.Value) is { } words && words.Contains(Important, StringComparison.Ordinal);
    }

    private bool IsSameComparison(FlatCondition.Leaf label, FlatCondition.Leaf condition) =>
        FieldOf(label) == FieldOf(condition) && IsSameOperator(label, condition) && IsSameValue(label, condition);

    private bool IsSameOperator(FlatCondition.Leaf label, FlatCondition.Leaf condition) =>
        label.Operator == condition.Operator
        || Accepts(tolerance.Operators, label.Field, condition.Operator)
        || (Interchangeable.TryGetValue(FieldOf(label), out var operators) && operators.Contains(label.Operator) && operators.Contains(condition.Operator)
            && (isTried || SelectTheSame(label, condition)));

    /// <summary>Of a whole address all are the same; of a domain those that look at a part; of a name none.</summary>
    private static bool SelectTheSame(FlatCondition.Leaf label, FlatCondition.Leaf condition)
    {
        var value = condition.Value ?? "";
        var isDomain = value.StartsWith('@') || (!value.Contains('@', StringComparison.Ordinal) && value.Contains('.', StringComparison.Ordinal));
        return FieldOf(label) == "labels" || (isDomain ? label.Operator != "equals" && condition.Operator != "equals" : value.Contains('@', StringComparison.Ordinal));
    }

    /// <summary>Which change of a field is asked about is in the prompt, but its wording has no standard name to compare.</summary>
    private bool IsSameValue(FlatCondition.Leaf label, FlatCondition.Leaf condition) =>
        label.Operator == "exists" || label.Field == "changed" || LooseText.Same(label.Value, condition.Value) || Accepts(tolerance.Values, label.Field, condition.Value ?? "");

    private static bool Accepts(IReadOnlyDictionary<string, IReadOnlySet<string>> accepted, string field, string what) =>
        accepted.TryGetValue(field, out var all) && all.Contains(what);

    private static string FieldOf(FlatCondition.Leaf leaf)
    {
        var name = leaf.Field.ToLowerInvariant();
        if (name.Split('.') is ["event" or "payload" or "trigger", .., var last])
        {
            name = last;
        }

        return Synonyms.GetValueOrDefault(name, name);
    }
}
