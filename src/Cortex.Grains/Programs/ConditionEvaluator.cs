namespace Cortex.Programs;

/// <summary>Looks at one item once. Who looks at many keeps a <see cref="PreparedCondition"/>.</summary>
internal static class ConditionEvaluator
{
    public static Verdict Evaluate(Condition condition, in Facts facts) => PreparedCondition.Of(condition).Evaluate(facts);
}
