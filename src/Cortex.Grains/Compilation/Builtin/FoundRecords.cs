using System.Text.Json.Nodes;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>What the last step that looked for a record leaves behind: which record is meant, and whether there is one.</summary>
internal static class FoundRecords
{
    /// <summary>What a condition on it is of, before it is known which step looks.</summary>
    public const string Found = "found";

    private const string FindTool = "salesforce.find_record";

    /// <summary>The kind of record; null if no step has looked for one.</summary>
    public static string? Object(IReadOnlyList<Step> steps) => Last(steps) is { } step && JsonNode.Parse(steps[step].InputJson) is JsonObject input ? input["object"]?.GetValue<string>() : null;

    /// <summary>The template of its id; null if none of that kind was looked for.</summary>
    public static string? Id(IReadOnlyList<Step> steps, string? record) => Last(steps) is { } step && Object(steps) == record ? $"{{{{ steps[{step}].output.id }}}}" : null;

    /// <summary>Whether an instruction looks for a record.</summary>
    public static bool IsSought(Grammar.DraftStep step) => step.Readings.Any(reading => reading.Tool.Name == FindTool);

    /// <summary>The condition with the step in place; null if it asks for a record that nothing has looked for.</summary>
    public static Condition? Placed(Condition condition, IReadOnlyList<Step> steps) => condition switch
    {
        Comparison { Field: Found } found => Last(steps) is { } step ? found with { Field = $"steps[{step}].output.{Found}" } : null,
        _ => condition,
    };

    /// <summary>That there is one.</summary>
    public static Condition? IsThere(IReadOnlyList<Step> steps) => Placed(new Comparison(Found, Operator.Equals, Literal.Of(true)), steps);

    private static int? Last(IReadOnlyList<Step> steps)
    {
        for (var index = steps.Count - 1; index >= 0; index--)
        {
            if (steps[index].Tool == FindTool)
            {
                return index;
            }
        }

        return null;
    }
}
