using Cortex.Programs;
using Cortex.Storage.Runs;

namespace Cortex.Runs;

/// <summary>What the model has said of one run's conditions, as conditions are looked up in it. Pure but for its growing.</summary>
internal sealed class RunVerdicts
{
    private readonly Dictionary<Comparison, SemanticVerdict> _verdicts = [];
    private Judgement _kept;

    public RunVerdicts(string? json)
    {
        _kept = Judgement.Read(json);
        _kept.Verdicts.ToList().ForEach(Learn);
    }

    public IReadOnlyDictionary<Comparison, SemanticVerdict> Verdicts => _verdicts;

    /// <summary>Questions in a row that brought no answer.</summary>
    public int Attempts => _kept.Attempts;

    /// <summary>Whether it is the model's to say if the run's item is one for the automation at all.</summary>
    public bool OfTrigger => _kept.OfTrigger;

    public void BeginWithTrigger() => _kept = _kept with { OfTrigger = true };

    public void EndWithTrigger(UnmetCondition unmet) => _kept = _kept with { Unmet = unmet };

    public void Keep(IReadOnlyList<JudgedCondition> verdicts)
    {
        _kept = _kept with { Attempts = 0, Verdicts = [.. _kept.Verdicts, .. verdicts] };
        verdicts.ToList().ForEach(Learn);
    }

    public void CountAttempt() => _kept = _kept with { Attempts = _kept.Attempts + 1 };

    public void ForgetAttempts() => _kept = _kept with { Attempts = 0 };

    /// <summary>The column's form; null while there is nothing to keep.</summary>
    public string? Write() => _kept == Judgement.None ? null : _kept.Write();

    private void Learn(JudgedCondition judged) =>
        _verdicts[new(judged.Field, Operator.Semantic, Literal.Of(judged.Value), judged.Edge)] = new(judged.Holds, judged.Reason);
}
