using Cortex.Storage.Runs;

namespace Cortex.Api.Runs;

/// <summary>What the model said of one condition in words.</summary>
internal sealed record JudgementBody(string Condition, bool Holds, string Reason)
{
    /// <summary>Null while the model has judged nothing, or had nothing to judge.</summary>
    public static IReadOnlyList<JudgementBody>? Of(string? json) =>
        Judgement.Read(json) is { Verdicts: { Count: > 0 } verdicts } ? [.. verdicts.Select(v => new JudgementBody(v.Condition, v.Holds, v.Reason))] : null;
}
