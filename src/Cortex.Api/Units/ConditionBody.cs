using Cortex.Programs;

namespace Cortex.Api.Units;

/// <summary>What became of one condition.</summary>
/// <param name="Condition">The condition in words.</param>
/// <param name="Verdict"><c>holds</c>, <c>fails</c> or <c>unknown</c>.</param>
/// <param name="Saw">The value that it saw, or null.</param>
/// <param name="Explanation">Why, in words; null if it is made of parts.</param>
/// <param name="Parts">The conditions that it is made of.</param>
internal sealed record ConditionBody(string Condition, string Verdict, string? Saw, string? Explanation, IReadOnlyList<ConditionBody> Parts)
{
    public static ConditionBody Of(ConditionReport report) =>
        new(report.Condition, report.Verdict, report.Saw, report.Explanation, [.. report.Parts.Select(Of)]);
}
