using Cortex.Storage.Runs;
using Cortex.Tools;

namespace Cortex.Runs;

/// <summary>The part of a run's story that is about how calls end.</summary>
internal sealed partial class RunMachine
{
    /// <summary>Counts a call that did not come back in time as one that may succeed later.</summary>
    public void TimeOut(TimeSpan limit)
    {
        var late = new ToolResult.Retry($"There was no answer within {limit.TotalSeconds:0} s.");
        if (Current is { } step)
        {
            Settle(step, ToolOf(step), late, null);
        }
        else
        {
            _open = [];
            SettleAside(late, NeedsRest ? Fetching : Judging, null);
        }
    }

    /// <summary>Ends the run because of an exception that nothing expected.</summary>
    public void Break(Exception e)
    {
        if (Current is { } step)
        {
            Fail(WithFailure(step, $"An internal error ({e.GetType().Name})."), $"An internal error stopped this step ({e.GetType().Name}); it may have taken effect. Look before you retry.");
        }
        else
        {
            End(RunStatus.Failed, $"An internal error stopped this run before its next step ({e.GetType().Name}).");
        }
    }

    private void Settle(StepRow step, ITool tool, ToolResult result, ConnectionKey? connection)
    {
        switch (result)
        {
            case ToolResult.Completed completed when completed.OutputJson.Length <= RunLimits.OutputLengthMax:
                Put(step with { Status = StepStatus.Completed, OutputJson = completed.OutputJson, Error = null, CompletedAt = engine.Time.GetUtcNow() });
                break;
            case ToolResult.Completed:
                Put(step with { Status = StepStatus.Completed, OutputJson = """{"truncated":true}""", Error = null, CompletedAt = engine.Time.GetUtcNow() });
                break;
            case ToolResult.Waits waits:
                WaitUntil(waits.Until);
                break;
            case ToolResult.Held held:
                Hold(step, held, connection);
                break;
            case ToolResult.Failed failed:
                Fail(WithFailure(step, failed.Sentence), failed.Sentence);
                break;
            case ToolResult.Retry { IsAttempt: false } later:
                Put(step with { Error = later.Sentence });
                WaitUntil(engine.Time.GetUtcNow() + RetryDelay.After(1, later.After, Random.Shared.NextDouble()));
                break;
            case ToolResult.Retry retry when step.Attempts < RunLimits.StepAttemptsMax:
                Put(WithFailure(step, retry.Sentence) with { Attempts = step.Attempts + 1, Error = retry.Sentence });
                WaitUntil(engine.Time.GetUtcNow() + RetryDelay.After(step.Attempts, retry.After, Random.Shared.NextDouble()));
                break;
            case ToolResult.Retry retry:
                Fail(WithFailure(step, retry.Sentence), retry.Sentence + (tool.Effect == ToolEffect.Idempotent ? "" : " It may have taken effect all the same: look before you retry."));
                break;
        }

        _calledAt = null;
    }

    private void Fail(StepRow step, string sentence)
    {
        Put(step with { Status = StepStatus.Failed, Error = sentence, CompletedAt = engine.Time.GetUtcNow() });
        End(RunStatus.Failed, sentence);
    }

    /// <summary>Keeps what came of the last call of the step, if there was one.</summary>
    private StepRow WithFailure(StepRow step, string sentence) => _calledAt is { } startedAt
        ? step with { FailuresJson = StepFailure.Add(step.FailuresJson, new(startedAt, engine.Time.GetUtcNow(), sentence)) }
        : step;

    /// <summary>Waits for the account's user; looks again now and then, as the word that it works may be lost.</summary>
    private void Hold(StepRow step, ToolResult.Held held, ConnectionKey? connection)
    {
        var now = engine.Time.GetUtcNow();
        if (now - step.StartedAt > RunLimits.HeldMax)
        {
            Fail(step, held.Sentence);
            return;
        }

        Put(step with { Error = held.Sentence });
        WaitUntil(now + RunLimits.HeldLookPeriod, connection);
    }

    private void WaitUntil(DateTimeOffset at, ConnectionKey? heldBy = null)
    {
        Run = Run with { Status = RunStatus.Waiting, ResumeAt = at, HeldBy = heldBy };
        _isDirty = true;
    }

    private void End(string status, string? error)
    {
        Run = Run with { Status = status, Error = error, ResumeAt = null, HeldBy = null, CompletedAt = engine.Time.GetUtcNow() };
        _isDirty = true;
    }
}
