using System.Text.Json;

namespace Cortex.Programs;

/// <summary>Looks at one item once. Who looks at many keeps a <see cref="PreparedCondition"/>.</summary>
internal static class ConditionEvaluator
{
    public static Verdict Evaluate(Condition condition, JsonElement fields) => PreparedCondition.Of(condition).Evaluate(fields);
}
