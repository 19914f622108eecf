using Cortex.Programs;
using Cortex.Storage.Runs;
using Cortex.Tools;

namespace Cortex.Runs;

/// <summary>The part of a run's story that is about conditions in words: they are judged by the model when all others leave the result open, and each only once.</summary>
internal sealed partial class RunMachine
{
    private readonly RunVerdicts _verdicts = new(run.JudgementJson);

    // What the model must be asked before the run can go on; found anew by Advance, so it need not be kept.
    private IReadOnlyList<Comparison> _open = [];

    private Facts Facts => new(item.Fields, item.Previous, Outputs, _verdicts.Verdicts);

    private List<string?> Outputs => [.. _steps.Values.Select(s => s.OutputJson)];

    /// <summary>Whether the trigger's own condition lets the first step begin. It was looked at before the run was made, but for what only the model can say.</summary>
    private bool PassesTrigger()
    {
        var truth = Decide(program.Trigger.Where);
        if (truth == Truth.Unknown && !_verdicts.OfTrigger)
        {
            _verdicts.BeginWithTrigger();
            NoteVerdicts();
        }

        if (truth == Truth.False && _verdicts.OfTrigger)
        {
            SkipAll();
            return false;
        }

        return truth != Truth.Unknown;
    }

    private Truth Decide(Condition condition)
    {
        var facts = Facts;
        var prepared = PreparedCondition.Of(condition);
        var truth = prepared.TruthOf(facts);
        _open = truth == Truth.Unknown ? prepared.Undecided(facts) : [];
        return truth;
    }

    private void SkipAll()
    {
        var now = engine.Time.GetUtcNow();
        foreach (var (index, step) in program.Steps.Index())
        {
            Put(new(index, step.Tool, StepStatus.Skipped, "{}", null, null, 1, now, now));
        }

        End(RunStatus.Completed, null);
    }

    private async Task JudgeAsync(CancellationToken cancellationToken)
    {
        var outcome = await engine.Judge.AskAsync(_open, item, Outputs, Origin(_steps.Count), cancellationToken);
        if (outcome.Failure is { } failure)
        {
            SettleJudgement(failure);
            return;
        }

        _verdicts.Keep(outcome.Value!);
        NoteVerdicts();
    }

    /// <summary>No answer: the run waits as a step would, and in the end fails.</summary>
    private void SettleJudgement(ToolResult failure)
    {
        _open = [];
        switch (failure)
        {
            case ToolResult.Retry retry when _verdicts.Attempts + 1 < RunLimits.StepAttemptsMax:
                _verdicts.CountAttempt();
                WaitUntil(engine.Time.GetUtcNow() + RetryDelay.After(_verdicts.Attempts, retry.After, Random.Shared.NextDouble()));
                break;
            case ToolResult.Retry retry:
                _verdicts.ForgetAttempts();
                End(RunStatus.Failed, $"A condition could not be judged: {retry.Sentence}");
                break;
            case ToolResult.Failed failed:
                _verdicts.ForgetAttempts();
                End(RunStatus.Failed, $"A condition could not be judged: {failed.Sentence}");
                break;
        }

        NoteVerdicts();
    }

    private void NoteVerdicts()
    {
        Run = Run with { JudgementJson = _verdicts.Write() };
        _isDirty = true;
    }
}
