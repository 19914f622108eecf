namespace Cortex.Programs;

/// <summary>What became of one condition, and of the conditions that it is made of.</summary>
/// <param name="Condition">The condition in words: "sender is test@test.com".</param>
/// <param name="Verdict"><c>holds</c>, <c>fails</c>, or <c>unknown</c> while what decides it is not known.</param>
/// <param name="Saw">The value that it saw, cut to 200 characters; null if there was none, or if it is made of parts.</param>
/// <param name="Explanation">Why: "sender was boss@x.com, wanted test@test.com"; null if it is made of parts.</param>
/// <param name="Parts">The conditions that it is made of; empty for a single one.</param>
[GenerateSerializer, Immutable, Alias("cortex.condition-report")]
public sealed record ConditionReport(string Condition, string Verdict, string? Saw, string? Explanation, IReadOnlyList<ConditionReport> Parts)
{
    /// <summary>The verdict on a condition that is met.</summary>
    public const string Holds = "holds";

    /// <summary>The verdict on a condition that is not met.</summary>
    public const string Fails = "fails";

    /// <summary>The verdict on a condition of which nobody can say yet.</summary>
    public const string Unknown = "unknown";
}
