using System.Text.Json;
using Cortex.Programs;
using Cortex.Storage.Runs;
using Cortex.Tools;

namespace Cortex.Runs;

/// <summary>The state of one run and the steps that lead from one durable state to the next.</summary>
/// <remarks>
/// <para>The story of a run: (1) <see cref="Advance"/> goes through steps that have no effect outside, and stops where one with an effect is about to begin or where the run ends.
/// (2) <see cref="SaveAsync"/> makes that durable, in one write; a step with an effect is a row with status <c>running</c> before its effect can take place.
/// (3) <see cref="CallAsync"/> calls the tool. Then (1) again.</para>
/// <para>After a crash a <c>running</c> step may or may not have had its effect: where the provider can tell it is asked, where repeating does no harm it is repeated.
/// Of two activations of one run, the one whose write is late finds its revision taken and stops before it has called anything.</para>
/// </remarks>
internal sealed class RunMachine(RunRow run, IEnumerable<StepRow> steps, CortexProgram program, Item item, RunEngine engine)
{
    private readonly SortedDictionary<int, StepRow> _steps = new(steps.ToDictionary(s => s.Index));
    private readonly HashSet<int> _unsaved = [];
    private bool _isDirty = run.Revision == 0;
    private bool _isFresh;

    /// <summary>The run as it is to be saved or was saved last.</summary>
    public RunRow Run { get; private set; } = run;

    public bool HasEnded => RunStatus.IsFinal(Run.Status);

    /// <summary>The step that is under way or failed, if any.</summary>
    public StepRow? Current => _steps.Values.FirstOrDefault(s => s.Status is StepStatus.Running or StepStatus.Failed);

    /// <summary>Takes the run up again, as running, after a wait, a crash, or a request to retry.</summary>
    public void Resume(bool asNewAttempt)
    {
        Run = Run with
        {
            Status = RunStatus.Running,
            Attempt = asNewAttempt ? Run.Attempt + 1 : Run.Attempt,
            Error = null,
            ResumeAt = null,
            CompletedAt = null,
            StartedAt = Run.StartedAt ?? engine.Time.GetUtcNow(),
        };
        if (Current is { Status: StepStatus.Failed, Attempts: 0 } notCalled)
        {
            _steps.Remove(notCalled.Index);
        }
        else if (Current is { Status: StepStatus.Failed } failed)
        {
            Put(failed with { Status = StepStatus.Running, Error = null, CompletedAt = null, Attempts = 1 });
        }

        (_isDirty, _isFresh) = (true, false);
    }

    /// <summary>Ends the run at its user's request. A step that waited to be tried again is left failed.</summary>
    public void Cancel()
    {
        if (Current is { Status: StepStatus.Running } waiting)
        {
            Put(waiting with { Status = StepStatus.Failed, Error = "The run was canceled while this step waited to be tried again.", CompletedAt = engine.Time.GetUtcNow() });
        }

        End(RunStatus.Canceled, null);
    }

    /// <summary>Goes on until a step with an effect is about to begin, or the run ends.</summary>
    public void Advance()
    {
        while (!HasEnded && Current is null)
        {
            if (_steps.Count == program.Steps.Count)
            {
                End(RunStatus.Completed, null);
                return;
            }

            Begin(_steps.Count, program.Steps[_steps.Count]);
        }
    }

    /// <summary>Makes the present state durable. Nothing is written when nothing has changed.</summary>
    /// <returns>False if another writer was first: this machine's state is not the run's any more.</returns>
    public async Task<bool> SaveAsync(RunWriter writer, CancellationToken cancellationToken)
    {
        if (!_isDirty)
        {
            return true;
        }

        Run = Run with { Revision = Run.Revision + 1 };
        var changed = _unsaved.Order().Select(index => _steps[index]).ToList();
        _unsaved.Clear();
        _isDirty = false;
        return await writer.CommitAsync(new(Run, changed), cancellationToken);
    }

    /// <summary>Calls the tool of the step under way; afterwards the step is completed, failed, or the run waits for the next try.</summary>
    public async Task CallAsync(CancellationToken cancellationToken)
    {
        var step = Current!;
        var tool = ToolOf(step);
        var call = CallOf(step);
        var result = _isFresh || tool.Effect != ToolEffect.Findable ? null : await tool.FindAsync(call, cancellationToken);
        _isFresh = false;
        result ??= await tool.ExecuteAsync(call, cancellationToken);
        Settle(step, tool, result);
    }

    /// <summary>Counts a call that did not come back in time as one that may succeed later.</summary>
    public void TimeOut(TimeSpan limit)
    {
        var step = Current!;
        Settle(step, ToolOf(step), new ToolResult.Retry($"There was no answer within {limit.TotalSeconds:0} s."));
    }

    /// <summary>Ends the run because of an exception that nothing expected.</summary>
    public void Break(Exception e) => Fail(Current!, $"An internal error stopped this step ({e.GetType().Name}); it may have taken effect. Look before you retry.");

    private void Begin(int index, Step step)
    {
        var now = engine.Time.GetUtcNow();
        var row = new StepRow(index, step.Tool, StepStatus.Running, "{}", null, null, 1, now, null);
        string?[] outputs = [.. _steps.Values.Select(s => s.OutputJson)];
        if (step.If is { } condition && !ConditionEvaluator.Evaluate(condition, new Facts(item.Fields, item.Previous, outputs)).Holds)
        {
            Put(row with { Status = StepStatus.Skipped, CompletedAt = now });
            return;
        }

        if (!engine.Tools.TryGet(step.Tool, out var tool))
        {
            Fail(row with { Attempts = 0 }, $"This version of Cortex has no tool '{step.Tool}'.");
            return;
        }

        var rendered = engine.Templates.Render(step.InputJson, item.Fields, outputs, CancellationToken.None);
        if (rendered.Json is not { } input)
        {
            Fail(row with { Attempts = 0 }, rendered.Failure!);
        }
        else if (tool.Effect == ToolEffect.None)
        {
            Put(row with { InputJson = input, Status = StepStatus.Completed, OutputJson = "{}", CompletedAt = now });
        }
        else
        {
            Put(row with { InputJson = input });
            _isFresh = true;
        }
    }

    private void Settle(StepRow step, ITool tool, ToolResult result)
    {
        switch (result)
        {
            case ToolResult.Completed completed when completed.OutputJson.Length <= RunLimits.OutputLengthMax:
                Put(step with { Status = StepStatus.Completed, OutputJson = completed.OutputJson, Error = null, CompletedAt = engine.Time.GetUtcNow() });
                break;
            case ToolResult.Completed:
                Put(step with { Status = StepStatus.Completed, OutputJson = """{"truncated":true}""", Error = null, CompletedAt = engine.Time.GetUtcNow() });
                break;
            case ToolResult.Failed failed:
                Fail(step, failed.Sentence);
                break;
            case ToolResult.Retry retry when step.Attempts < RunLimits.StepAttemptsMax:
                Put(step with { Attempts = step.Attempts + 1, Error = retry.Sentence });
                var delay = RetryDelay.After(step.Attempts, retry.After, Random.Shared.NextDouble());
                Run = Run with { Status = RunStatus.Waiting, ResumeAt = engine.Time.GetUtcNow() + delay };
                break;
            case ToolResult.Retry retry:
                Fail(step, retry.Sentence + (tool.Effect == ToolEffect.Idempotent ? "" : " It may have taken effect all the same: look before you retry."));
                break;
        }
    }

    /// <summary>The tool of a step that has begun; only a step whose tool is known begins.</summary>
    private ITool ToolOf(StepRow step) =>
        engine.Tools.TryGet(step.Tool, out var tool) ? tool : throw new InvalidOperationException($"This version of Cortex has no tool '{step.Tool}'.");

    private ToolCall CallOf(StepRow step)
    {
        using var input = JsonDocument.Parse(step.InputJson);
        return new(input.RootElement.Clone(), item, Run.ProviderConfigKey, Run.ConnectionId, $"{Run.Id.Value:N}s{step.Index}", step.StartedAt);
    }

    private void Fail(StepRow step, string sentence)
    {
        Put(step with { Status = StepStatus.Failed, Error = sentence, CompletedAt = engine.Time.GetUtcNow() });
        End(RunStatus.Failed, sentence);
    }

    private void End(string status, string? error)
    {
        Run = Run with { Status = status, Error = error, ResumeAt = null, CompletedAt = engine.Time.GetUtcNow() };
        _isDirty = true;
    }

    private void Put(StepRow step)
    {
        _steps[step.Index] = step;
        _unsaved.Add(step.Index);
        _isDirty = true;
    }
}
