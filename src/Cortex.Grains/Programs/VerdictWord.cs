namespace Cortex.Programs;

/// <summary>Truths as reports spell them, and turned around.</summary>
internal static class VerdictWord
{
    public static string Of(Truth truth) => truth switch
    {
        Truth.True => ConditionReport.Holds,
        Truth.False => ConditionReport.Fails,
        _ => ConditionReport.Unknown,
    };

    public static Truth Of(bool holds) => holds ? Truth.True : Truth.False;

    public static Truth Negate(Truth truth, bool negated) => (truth, negated) switch
    {
        (Truth.True, true) => Truth.False,
        (Truth.False, true) => Truth.True,
        _ => truth,
    };
}
