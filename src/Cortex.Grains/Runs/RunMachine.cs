using System.Text.Json;
using Cortex.Catalog;
using Cortex.Nango;
using Cortex.Programs;
using Cortex.Storage.DeadLetters;
using Cortex.Storage.Errors;
using Cortex.Storage.Runs;
using Cortex.Tools;

namespace Cortex.Runs;

/// <summary>The state of one run and the steps that lead from one durable state to the next.</summary>
/// <remarks>
/// <para>The story of a run: (1) <see cref="Advance"/> goes through steps that have no effect outside, and stops where one with an effect is about to begin,
/// where the model must judge a condition, or where the run ends.
/// (2) <see cref="SaveAsync"/> makes that durable, in one write; a step with an effect is a row with status <c>running</c> before its effect can take place.
/// (3) <see cref="CallAsync"/> calls the tool, or asks the model. Then (1) again: what came of it is durable before anything else is done.</para>
/// <para>With the <c>running</c> row comes a lease (<see cref="StepLease"/>): until it is over, nobody else calls the tool or asks whether it was done, be it after a crash, a frozen silo or
/// an answer that did not come in time. Then the step may or may not have had its effect: where the provider can tell it is asked, where repeating does no harm it is repeated.
/// Of two activations of one run, the one whose write is late finds its revision taken and stops before it has called anything.</para>
/// </remarks>
internal sealed partial class RunMachine(RunRow run, IEnumerable<StepRow> steps, CortexProgram program, Item item, RunEngine engine)
{
    private Item _item = item;
    private bool _hasNewItem;
    // A step of the rows whose call nobody has ended: it may have been done.
    private readonly SortedDictionary<int, StepRow> _steps = new(steps.ToDictionary(s => s.Index, s => s is { Status: StepStatus.Running, CallResult: null } ? s with { CallResult = CallResult.Unknown } : s));
    private readonly HashSet<int> _unsaved = [];
    private bool _isDirty = run.Revision == 0;
    private bool _mustLook;
    private DateTimeOffset? _calledAt;
    private StepLease? _lease;

    /// <summary>The run as it is to be saved or was saved last.</summary>
    public RunRow Run { get; private set; } = run;

    /// <summary>The revision of its row, as far as this machine knows; another writer's is a later one.</summary>
    public int SavedRevision { get; private set; } = run.Revision;

    public bool HasEnded => RunStatus.IsFinal(Run.Status);

    /// <summary>Whether another activation left it running; this one must take it over before it goes on.</summary>
    public bool IsLeftBehind { get; private set; } = run.Status == RunStatus.Running && run.Revision > 0;

    /// <summary>Until when a call may still take effect that is not under way here; null if none can.</summary>
    public DateTimeOffset? LeasedUntil => Run.Lease is { } lease && lease.Until > engine.Time.GetUtcNow() ? lease.Until : null;

    /// <summary>Whether another activation has gone on with the run, as the lease's renewal found out.</summary>
    public bool IsOvertaken { get; private set; }

    /// <summary>Told when a tool has got on and kept a mark: what is left of its work may take as long as all of it.</summary>
    public Action? OnMarked { get; set; }

    /// <summary>Whether its user has asked for it to be canceled.</summary>
    public bool IsCancelRequested { get; private set; } = run.IsCancelRequested;

    /// <summary>The steps that have begun, in order.</summary>
    public IReadOnlyList<StepRow> Steps => [.. _steps.Values];

    /// <summary>The step that is under way or failed, if any.</summary>
    public StepRow? Current => _steps.Values.FirstOrDefault(s => s.Status is StepStatus.Running or StepStatus.Failed);

    /// <summary>Takes the run up from an activation that left it behind; one that was taken up too often ends.</summary>
    public void TakeOver()
    {
        IsLeftBehind = false;
        if (Run.Takeovers < RunLimits.TakeoversMax)
        {
            Resume(asNewAttempt: false);
            Run = Run with { Takeovers = Run.Takeovers + 1 };
            return;
        }

        var sentence = $"This was interrupted {Run.Takeovers + 1} times in a row before it ended, each time together with the server that did it, and is not tried again by itself.";
        if (Current is { Status: StepStatus.Running } step)
        {
            Fail(step, $"{sentence} It may have taken effect: look before you retry.", ErrorCodes.Interrupted, DeadReason.Poison);
        }
        else
        {
            End(RunStatus.Failed, sentence, ErrorCodes.Interrupted, deadReason: DeadReason.Poison);
        }
    }

    /// <summary>Lets the run go before its next call, for whoever takes it up next.</summary>
    public void Release()
    {
        if (Current is { Status: StepStatus.Running } step)
        {
            Put(step with { CallResult = KnownOf(step) });
        }

        Run = Run with { Lease = null };
        WaitUntil(engine.Time.GetUtcNow());
    }

    /// <summary>Takes the run up again, as running, after a wait, a crash, or a request to retry. A call that may still take effect is waited for first.</summary>
    /// <param name="asNewAttempt">Whether its user wants it.</param>
    /// <param name="retryKey">The idempotency key of that request, or null.</param>
    public void Resume(bool asNewAttempt, string? retryKey = null)
    {
        Run = Run with
        {
            Status = RunStatus.Running,
            Attempt = asNewAttempt ? Run.Attempt + 1 : Run.Attempt,
            Takeovers = asNewAttempt ? 0 : Run.Takeovers,
            RetryKey = asNewAttempt ? retryKey : Run.RetryKey,
            Error = null,
            ErrorCode = null,
            ErrorProvider = null,
            DeadReason = null,
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
            // One that was not done begins afresh, with today's date; one that may have been done is looked for by the time when it was, and one that kept a mark goes on with what it is about.
            var startedAt = MayHaveBeenDone(failed) || failed.Mark is not null ? failed.StartedAt : engine.Time.GetUtcNow();
            Put(failed with { Status = StepStatus.Running, Error = null, ErrorCode = null, CompletedAt = null, Attempts = 1, StartedAt = startedAt });
        }

        if (Current is { } step)
        {
            _mustLook = MayHaveBeenDone(step);
            Put(step with { CallResult = null });
        }

        _isDirty = true;
        if (LeasedUntil is { } until)
        {
            WaitUntil(until);
        }
    }

    /// <summary>Notes that its user has asked for it to be canceled.</summary>
    public void NoteCancelRequest() => IsCancelRequested = true;

    /// <summary>Ends the run at its user's request. A step that waited is left failed.</summary>
    public void Cancel()
    {
        if (Current is { Status: StepStatus.Running } waiting)
        {
            var known = KnownOf(waiting);
            Run = known == CallResult.Unknown ? Run : Run with { Lease = null };
            Put(waiting with { Status = StepStatus.Failed, CallResult = known, Error = "The run was canceled while this step waited.", ErrorCode = ErrorCodes.Canceled, CompletedAt = engine.Time.GetUtcNow() });
        }

        End(RunStatus.Canceled);
    }

    /// <summary>Goes on until a step with an effect is about to begin, something must be fetched or judged, or the run ends.</summary>
    public void Advance()
    {
        _open = [];
        while (!HasEnded && Current is null && _open.Count == 0)
        {
            if (_steps.Count == program.Steps.Count)
            {
                End(RunStatus.Completed);
            }
            else if (_steps.Count > 0 || PassesTrigger())
            {
                if (HasMissingFields)
                {
                    return;
                }

                Begin(_steps.Count, program.Steps[_steps.Count]);
            }
            else if (HasMissingFields)
            {
                // What the model judges, it judges of the whole item.
                _open = [];
                return;
            }
        }
    }

    /// <summary>Makes the present state durable. Nothing is written when nothing has changed.</summary>
    /// <returns><see cref="RunWritten.Lost"/> if another writer was first: this machine's state is not the run's any more.</returns>
    public async Task<RunWritten> SaveAsync(CommitRun commit, CancellationToken cancellationToken)
    {
        if (!_isDirty)
        {
            return RunWritten.Written;
        }

        if (Run.Status == RunStatus.Running && Current is { } step && engine.Tools.TryGet(step.Tool, out var tool) && tool.Effect is ToolEffect.Idempotent or ToolEffect.Findable)
        {
            _lease = new StepLease(engine.Times, step.Mark, (mark, token) => RenewAsync(commit, mark, token), engine.Time);
            Run = Run with { Lease = NewLease() };
        }

        Run = Run with { Revision = Run.Revision + 1 };
        var changed = _unsaved.Order().Select(index => _steps[index]).ToList();
        _unsaved.Clear();
        _isDirty = false;
        var hasNewItem = _hasNewItem;
        _hasNewItem = false;
        return await CommitAsync(commit, new(Run, changed, hasNewItem), cancellationToken);
    }

    private RunLease NewLease()
    {
        var now = engine.Time.GetUtcNow();
        return new(engine.Owner.Name, now, now + engine.Times.Lease);
    }

    private async Task RenewAsync(CommitRun commit, string? mark, CancellationToken cancellationToken)
    {
        Run = Run with { Revision = Run.Revision + 1, Lease = NewLease() };
        StepRow[] changed = Current is { } step && step.Mark != mark ? [_steps[step.Index] = step with { Mark = mark }] : [];
        IsOvertaken = await CommitAsync(commit, new(Run, changed), cancellationToken) == RunWritten.Lost;

        // A cancel that is learnt of here comes before the next request. What a mark is about is under way already, and is brought to its end, as any call is.
        if (IsOvertaken || (IsCancelRequested && changed.Length == 0))
        {
            throw new EffectStoppedException(IsOvertaken ? "Another activation has gone on with the run." : "The run is to be canceled.");
        }

        if (changed.Length > 0)
        {
            OnMarked?.Invoke();
        }
    }

    private async Task<RunWritten> CommitAsync(CommitRun commit, RunWrite write, CancellationToken cancellationToken)
    {
        var written = await commit(write, cancellationToken);
        IsCancelRequested |= written == RunWritten.CancelRequested;
        SavedRevision = written == RunWritten.Lost ? SavedRevision : write.Run.Revision;
        return written;
    }

    /// <summary>Has the model judge, or calls the tool of the step under way; afterwards there is an answer, the step is completed or failed, or the run waits for the next try.</summary>
    public async Task CallAsync(CancellationToken cancellationToken)
    {
        if (Current is not { } step)
        {
            await (HasMissingFields ? FetchMissingAsync(cancellationToken) : JudgeAsync(cancellationToken));
            return;
        }

        var tool = ToolOf(step);
        var found = await AccountOfAsync(tool, cancellationToken);
        if (found.Failure is { } unusable)
        {
            Settle(step, tool, unusable, found.Connection);
            return;
        }

        var call = CallOf(step, found.Account!);
        _calledAt = engine.Time.GetUtcNow();
        var result = await AskAsync(tool, call, cancellationToken);
        Settle(Current!, tool, result, found.Connection);
    }

    private async Task<ToolResult> AskAsync(ITool tool, ToolCall call, CancellationToken cancellationToken)
    {
        try
        {
            if (_mustLook && tool.Effect == ToolEffect.Findable && await tool.FindAsync(call, cancellationToken) is { } looked)
            {
                return MayHaveHappened(looked);
            }

            _mustLook = false;
            return await tool.ExecuteAsync(call, cancellationToken);
        }
        catch (EffectStoppedException e) when (!IsOvertaken)
        {
            // An earlier request of the same call may have had its effect.
            return _lease is { IsUsed: true } ? new ToolResult.Unknown(e.Message) : new ToolResult.NotDone(e.Message) { IsAttempt = false };
        }
    }

    /// <summary>A look that is refused says nothing of what the automation asks for: no edit of it would tell whether the step was done.</summary>
    private static ToolResult MayHaveHappened(ToolResult looked) =>
        looked is ToolResult.Failed { Code: ErrorCodes.InvalidInput or ErrorCodes.ProviderRejected or ErrorCodes.Limit } refused
            ? new ToolResult.Failed($"{refused.Sentence} The step may have taken effect, and nobody can tell: look before you retry.", ErrorCodes.MayHaveHappened)
            : looked;

    /// <summary>What is known of a step that is not being called.</summary>
    private string KnownOf(StepRow step) => step.CallResult ?? (_mustLook ? CallResult.Unknown : CallResult.NotDone);

    /// <summary>Failed steps from before results were kept are taken for what is worse.</summary>
    private static bool MayHaveBeenDone(StepRow step) => step.CallResult is null or CallResult.Unknown;

    private void Begin(int index, Step step)
    {
        var now = engine.Time.GetUtcNow();
        Run = Run with { Takeovers = 0 };
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
            Fail(row with { Attempts = 0 }, $"This version of Cortex has no tool '{step.Tool}'.", ErrorCodes.Internal);
            return;
        }

        var rendered = engine.Templates.Render(step.InputJson, _item.Fields, Outputs, CancellationToken.None);
        if (rendered.Json is not { } input)
        {
            Fail(row with { Attempts = 0 }, rendered.Failure!, ErrorCodes.InvalidInput);
        }
        else if (tool.Effect == ToolEffect.CompletesAtOnce)
        {
            Put(row with { InputJson = input, Status = StepStatus.Completed, OutputJson = "{}", CompletedAt = now });
        }
        else
        {
            Put(row with { InputJson = input });
            _mustLook = false;
        }
    }

    /// <summary>The tool of a step that has begun; only a step whose tool is known begins.</summary>
    private ITool ToolOf(StepRow step) =>
        engine.Tools.TryGet(step.Tool, out var tool) ? tool : throw new InvalidOperationException($"This version of Cortex has no tool '{step.Tool}'.");

    private ToolCall CallOf(StepRow step, ProviderAccount account)
    {
        var (input, written) = (JsonElement.Parse(step.InputJson), JsonElement.Parse(program.Steps[step.Index].InputJson));
        return new(input, _item, account.ProviderConfigKey, account.ConnectionId, $"{Run.Id.Value:N}s{step.Index}", step.StartedAt, Origin(step.Index), written) { Lease = _lease };
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
