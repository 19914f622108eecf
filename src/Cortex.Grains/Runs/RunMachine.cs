using System.Text.Json;
using Cortex.Catalog;
using Cortex.Programs;
using Cortex.Storage.Runs;
using Cortex.Tools;

namespace Cortex.Runs;

/// <summary>The state of one run and the steps that lead from one durable state to the next.</summary>
/// <remarks>
/// <para>The story of a run: (1) <see cref="Advance"/> goes through steps that have no effect outside, and stops where one with an effect is about to begin,
/// where the model must judge a condition, or where the run ends.
/// (2) <see cref="SaveAsync"/> makes that durable, in one write; a step with an effect is a row with status <c>running</c> before its effect can take place.
/// (3) <see cref="CallAsync"/> calls the tool, or asks the model. Then (1) again: what came of it is durable before anything else is done.</para>
/// <para>After a crash a <c>running</c> step may or may not have had its effect: where the provider can tell it is asked, where repeating does no harm it is repeated.
/// Of two activations of one run, the one whose write is late finds its revision taken and stops before it has called anything.</para>
/// </remarks>
internal sealed partial class RunMachine(RunRow run, IEnumerable<StepRow> steps, CortexProgram program, Item item, RunEngine engine)
{
    private Item _item = item;
    private bool _hasNewTrigger;
    private readonly SortedDictionary<int, StepRow> _steps = new(steps.ToDictionary(s => s.Index));
    private readonly HashSet<int> _unsaved = [];
    private bool _isDirty = run.Revision == 0;
    private bool _isFresh;
    private DateTimeOffset? _calledAt;

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
            HeldBy = null,
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

        // A step that was held before it was ever called has nothing to be looked for.
        _isFresh = Current is { Status: StepStatus.Running, Attempts: 0 };
        if (_isFresh)
        {
            Put(Current! with { Attempts = 1 });
        }

        _isDirty = true;
    }

    /// <summary>Ends the run at its user's request. A step that waited is left failed.</summary>
    public void Cancel()
    {
        if (Current is { Status: StepStatus.Running } waiting)
        {
            Put(waiting with { Status = StepStatus.Failed, Error = "The run was canceled while this step waited.", CompletedAt = engine.Time.GetUtcNow() });
        }

        End(RunStatus.Canceled, null);
    }

    /// <summary>Goes on until a step with an effect is about to begin, something must be fetched or judged, or the run ends.</summary>
    public void Advance()
    {
        _open = [];
        while (!HasEnded && Current is null && _open.Count == 0)
        {
            if (_steps.Count == program.Steps.Count)
            {
                End(RunStatus.Completed, null);
            }
            else if (_steps.Count > 0 || PassesTrigger())
            {
                if (NeedsRest)
                {
                    return;
                }

                Begin(_steps.Count, program.Steps[_steps.Count]);
            }
            else if (NeedsRest)
            {
                // What the model judges, it judges of the whole item.
                _open = [];
                return;
            }
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
        var hasNewTrigger = _hasNewTrigger;
        _hasNewTrigger = false;
        return await writer.CommitAsync(new(Run, changed, hasNewTrigger), cancellationToken);
    }

    /// <summary>Has the model judge, or calls the tool of the step under way; afterwards there is an answer, the step is completed or failed, or the run waits for the next try.</summary>
    public async Task CallAsync(CancellationToken cancellationToken)
    {
        if (Current is not { } step)
        {
            await (NeedsRest ? FetchRestAsync(cancellationToken) : JudgeAsync(cancellationToken));
            return;
        }

        var tool = ToolOf(step);
        var found = await AccountOfAsync(tool, cancellationToken);
        if (found.Failure is { } unusable)
        {
            Settle(_isFresh ? step with { Attempts = 0 } : step, tool, unusable, found.Connection);
            return;
        }

        var call = CallOf(step, found.Account!);
        _calledAt = engine.Time.GetUtcNow();
        var result = _isFresh || tool.Effect != ToolEffect.Findable ? null : await tool.FindAsync(call, cancellationToken);
        _isFresh = false;
        result ??= await tool.ExecuteAsync(call, cancellationToken);
        Settle(step, tool, result, found.Connection);
    }

    private void Begin(int index, Step step)
    {
        var now = engine.Time.GetUtcNow();
        var row = new StepRow(index, step.Tool, StepStatus.Running, "{}", null, null, 1, now, null);
        var holds = step.If is { } condition ? Decide(condition) : Truth.True;
        if (holds != Truth.True)
        {
            if (holds == Truth.False)
            {
                Put(row with { Status = StepStatus.Skipped, CompletedAt = now });
            }

            return;
        }

        if (!engine.Tools.TryGet(step.Tool, out var tool))
        {
            Fail(row with { Attempts = 0 }, $"This version of Cortex has no tool '{step.Tool}'.");
            return;
        }

        var rendered = engine.Templates.Render(step.InputJson, _item.Fields, Outputs, CancellationToken.None);
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

    /// <summary>The tool of a step that has begun; only a step whose tool is known begins.</summary>
    private ITool ToolOf(StepRow step) =>
        engine.Tools.TryGet(step.Tool, out var tool) ? tool : throw new InvalidOperationException($"This version of Cortex has no tool '{step.Tool}'.");

    private ToolCall CallOf(StepRow step, ProviderAccount account)
    {
        var (input, written) = (JsonElement.Parse(step.InputJson), JsonElement.Parse(program.Steps[step.Index].InputJson));
        return new(input, _item, account.ProviderConfigKey, account.ConnectionId, $"{Run.Id.Value:N}s{step.Index}", step.StartedAt, Origin(step.Index), written);
    }

    /// <summary>The account that a tool acts on; one that belongs to no provider gets the item's, and needs none.</summary>
    private Task<AccountAnswer> AccountOfAsync(ITool tool, CancellationToken cancellationToken) =>
        CortexCatalog.Known.ProviderOf(tool.Name) is { } provider
            ? engine.Accounts.FindAsync(Account, provider, cancellationToken)
            : Task.FromResult(new AccountAnswer(Run.Connection, new(Run.ProviderConfigKey, Run.ConnectionId), null));

    private RunAccount Account => new(Run.User, Run.Connection, _item.Provider);

    private RunOrigin Origin(int step) => new(Run.User, Run.Unit, Run.UnitName, Run.Id, step);

    private void Put(StepRow step)
    {
        _steps[step.Index] = step;
        _unsaved.Add(step.Index);
        _isDirty = true;
    }
}
