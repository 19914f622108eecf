using Cortex.Catalog;
using Cortex.Storage.DeadLetters;
using Cortex.Storage.Errors;
using Cortex.Storage.Runs;
using Cortex.Tools;

namespace Cortex.Runs;

/// <summary>The part of a run's story that is about how calls end.</summary>
internal sealed partial class RunMachine
{
    /// <summary>Counts a call that did not come back in time as one that may succeed later.</summary>
    public void TimeOut(TimeSpan limit)
    {
        var sentence = $"There was no answer within {limit.TotalSeconds:0} s.";
        ToolResult late = _lease is { IsUsed: true } ? new ToolResult.Unknown(sentence, Code: ErrorCodes.TimedOut) { MayStillHappen = true } : new ToolResult.NotDone(sentence, Code: ErrorCodes.TimedOut);
        if (Current is { } step)
        {
            Settle(step, ToolOf(step), late, null);
        }
        else
        {
            _open = [];
            SettleWithoutStep(late, HasMissingFields ? Fetching : Judging, null);
        }
    }

    /// <summary>Ends the run because of an exception that nothing expected.</summary>
    public void Break(Exception e)
    {
        if (Current is { } step)
        {
            var mayHaveHappened = _lease is { IsUsed: true } || _mustLook;
            Fail(
                WithFailure(step, $"An internal error ({e.GetType().Name}).") with { CallResult = mayHaveHappened ? CallResult.Unknown : CallResult.Failed },
                $"An internal error stopped this step ({e.GetType().Name}){(mayHaveHappened ? "; it may have taken effect. Look before you retry." : ".")}",
                mayHaveHappened ? ErrorCodes.MayHaveHappened : ErrorCodes.Internal,
                DeadReason.Internal);
        }
        else
        {
            End(RunStatus.Failed, $"An internal error stopped this run before its next step ({e.GetType().Name}).", ErrorCodes.Internal, deadReason: DeadReason.Internal);
        }
    }

    private void Settle(StepRow step, ITool tool, ToolResult result, ConnectionKey? connection)
    {
        step = step with { CallResult = WordOf(result) };
        if (result is not ToolResult.Unknown { MayStillHappen: true })
        {
            Run = Run with { Lease = null };
        }

        _lease = null;
        switch (result)
        {
            case ToolResult.Completed completed:
                var output = completed.OutputJson.Length <= RunLimits.OutputLengthMax ? completed.OutputJson : """{"truncated":true}""";
                Put(step with { Status = StepStatus.Completed, OutputJson = output, Error = null, ErrorCode = null, CompletedAt = engine.Time.GetUtcNow() });
                break;
            case ToolResult.Waits waits:
                Put(step);
                WaitUntil(waits.Until);
                break;
            case ToolResult.Held held:
                Hold(step, held, connection);
                break;
            case ToolResult.Failed failed:
                Fail(WithFailure(step, failed.Sentence), failed.Sentence, failed.Code, failed.Code == ErrorCodes.MayHaveHappened ? DeadReason.MayHaveHappened : null);
                break;
            case ToolResult.NotDone { IsAttempt: false } later:
                Put(step with { Error = later.Sentence, ErrorCode = later.Code });
                WaitUntil(engine.Time.GetUtcNow() + RunLimits.Retries.After(1, later.After));
                break;
            case ToolResult.NotDone notDone:
                TryAgain(step, notDone, notDone.After, mayHaveHappened: false);
                break;
            case ToolResult.Unknown unknown:
                TryAgain(step, unknown, unknown.After, mayHaveHappened: tool.Effect == ToolEffect.Findable);
                break;
        }

        _calledAt = null;
    }

    /// <summary>What is kept of a result. Looking that does not tell leaves what is looked for as unknown as it was.</summary>
    private string WordOf(ToolResult result) => result switch
    {
        ToolResult.Completed => CallResult.Done,
        _ when _mustLook => CallResult.Unknown,
        ToolResult.NotDone => CallResult.NotDone,
        ToolResult.Unknown => CallResult.Unknown,
        ToolResult.Held => CallResult.Held,
        ToolResult.Waits => CallResult.Waiting,
        _ => CallResult.Failed,
    };

    private void TryAgain(StepRow step, ToolResult.Failure failure, TimeSpan? after, bool mayHaveHappened)
    {
        var sentence = failure.Sentence;
        if (step.Attempts < RunLimits.StepAttemptsMax)
        {
            Put(WithFailure(step, sentence) with { Attempts = step.Attempts + 1, Error = sentence, ErrorCode = failure.Code });
            var again = engine.Time.GetUtcNow() + RunLimits.Retries.After(step.Attempts, after);
            WaitUntil(LeasedUntil > again ? LeasedUntil.Value : again);
        }
        else if (mayHaveHappened)
        {
            Fail(WithFailure(step, sentence), $"{sentence} It may have taken effect all the same: look before you retry.", ErrorCodes.MayHaveHappened, DeadReason.MayHaveHappened);
        }
        else
        {
            Fail(WithFailure(step, sentence), sentence, failure.Code, DeadReason.GaveUp);
        }
    }

    /// <param name="step">The step that fails.</param>
    /// <param name="sentence">Why, in words for its user.</param>
    /// <param name="code">Why, in a word: one of <see cref="ErrorCodes"/>.</param>
    /// <param name="deadReason">Why it is given up; null where it was refused for good.</param>
    private void Fail(StepRow step, string sentence, string code, string? deadReason = null)
    {
        Put(step with { Status = StepStatus.Failed, Error = sentence, ErrorCode = code, CompletedAt = engine.Time.GetUtcNow() });
        End(RunStatus.Failed, sentence, code, CortexCatalog.Known.ProviderOf(step.Tool), deadReason);
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
            Fail(step, held.Sentence, held.Code, DeadReason.GaveUp);
            return;
        }

        Put(step with { Error = held.Sentence, ErrorCode = held.Code });
        WaitUntil(now + RunLimits.HeldLookPeriod, connection);
    }

    private void WaitUntil(DateTimeOffset at, ConnectionKey? heldBy = null)
    {
        Run = Run with { Status = RunStatus.Waiting, ResumeAt = at, HeldBy = heldBy };
        _isDirty = true;
    }

    private void End(string status, string? error = null, string? code = null, string? provider = null, string? deadReason = null)
    {
        Run = Run with
        {
            Status = status,
            Error = error,
            ErrorCode = code,
            ErrorProvider = provider,
            DeadReason = deadReason,
            ResumeAt = null,
            HeldBy = null,
            CompletedAt = engine.Time.GetUtcNow(),
        };
        _isDirty = true;
    }
}
