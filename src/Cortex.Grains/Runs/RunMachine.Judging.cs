using Cortex.Programs;
using Cortex.Storage.DeadLetters;
using Cortex.Storage.Runs;
using Cortex.Tools;

namespace Cortex.Runs;

/// <summary>The part of a run's story that is about conditions in words: they are judged by the model when all others leave the result open, and each only once.</summary>
internal sealed partial class RunMachine
{
    private readonly RunVerdicts _verdicts = new(run.JudgementJson);

    // What the model must be asked before the run can go on; found again by Advance, so it need not be kept.
    private IReadOnlyList<Comparison> _open = [];

    private Facts Facts => new(_item.Fields, _item.Previous, Outputs, _verdicts.Verdicts, _item.Missing);

    private List<string?> Outputs => [.. _steps.Values.Select(s => s.OutputJson)];

    /// <summary>Whether the trigger's own condition lets the first step begin. It was looked at before the run was made, but for what only the model or a fetched field can say.</summary>
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
            var failure = PreparedCondition.Of(program.Trigger.Where).Failure(Facts);
            _verdicts.EndWithTrigger(new(failure.Condition ?? string.Empty, failure.Saw));
            NoteVerdicts();
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

        End(RunStatus.Completed);
    }

    private async Task JudgeAsync(CancellationToken cancellationToken)
    {
        var outcome = await engine.Judge.AskAsync(_open, _item, Outputs, Origin(_steps.Count), cancellationToken);
        if (outcome.Failure is { } failure)
        {
            _open = [];
            SettleWithoutStep(failure, Judging, null);
            return;
        }

        _verdicts.Keep(outcome.Value!);
        NoteVerdicts();
    }

    private const string Judging = "A condition could not be judged";

    /// <summary>What is done apart from a step did not succeed: the run waits as a step would, and in the end fails.</summary>
    /// <param name="failure">Why.</param>
    /// <param name="what">What did not succeed, in words that begin a sentence.</param>
    /// <param name="connection">The account that was asked, if one was.</param>
    private void SettleWithoutStep(ToolResult failure, string what, ConnectionKey? connection)
    {
        switch (failure)
        {
            case ToolResult.NotDone { IsAttempt: false } later:
                WaitUntil(engine.Time.GetUtcNow() + RunLimits.Retries.After(1, later.After));
                break;
            case ToolResult.NotDone retry when _verdicts.Attempts + 1 < RunLimits.StepAttemptsMax:
                _verdicts.CountAttempt();
                WaitUntil(engine.Time.GetUtcNow() + RunLimits.Retries.After(_verdicts.Attempts, retry.After));
                break;
            case ToolResult.Held when engine.Time.GetUtcNow() - Run.CreatedAt < RunLimits.HeldMax:
                WaitUntil(engine.Time.GetUtcNow() + RunLimits.HeldLookPeriod, connection);
                break;
            case ToolResult.Failure final:
                _verdicts.ForgetAttempts();
                End(RunStatus.Failed, $"{what}: {final.Sentence}", final.Code, connection is null ? null : _item.Provider, final is ToolResult.Failed ? null : DeadReason.GaveUp);
                break;
            default:
                throw new InvalidOperationException($"{failure.GetType().Name} is not a failure.");
        }

        NoteVerdicts();
    }

    private void NoteVerdicts()
    {
        Run = Run with { JudgementJson = _verdicts.Write() };
        _isDirty = true;
    }
}
