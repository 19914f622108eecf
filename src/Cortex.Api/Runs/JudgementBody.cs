using Cortex.Storage.Runs;

namespace Cortex.Api.Runs;

/// <summary>What was found of one condition while the run was under way: by the model of a condition in words, or of what a sync does not bring.</summary>
internal sealed record JudgementBody(string Condition, bool Holds, string Reason)
{
    /// <summary>Null while nothing was judged, or there was nothing to judge.</summary>
    public static IReadOnlyList<JudgementBody>? Of(string? json)
    {
        var kept = Judgement.Read(json);
        List<JudgementBody> judged = [.. kept.Verdicts.Select(v => new JudgementBody(v.Condition, v.Holds, v.Reason))];
        if (kept.Unmet is { } unmet && judged.TrueForAll(j => j.Holds))
        {
            judged.Add(new(unmet.Condition, Holds: false, unmet.Saw is { Length: > 0 } saw ? $"It was: {saw}" : "It was empty."));
        }

        return judged.Count > 0 ? judged : null;
    }
}
