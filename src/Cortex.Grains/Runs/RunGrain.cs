using Cortex.Diagnostics;
using Cortex.Items;
using Cortex.Nango;
using Cortex.Programs;
using Cortex.Scheduling;
using Cortex.Storage;
using Cortex.Storage.DeadLetters;
using Cortex.Storage.Errors;
using Cortex.Storage.Runs;
using Cortex.Storage.Units;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cortex.Runs;

/// <inheritdoc cref="IRunGrain"/>
[GrainType("run")]
internal sealed partial class RunGrain(
    RunStore runs,
    RunWriter writer,
    UnitStore units,
    RunEngine engine,
    RunInstruments instruments,
    IHostApplicationLifetime lifetime,
    ILogger<RunGrain> logger) : Grain, IRunGrain
{
    private WorkLoop _loop = null!;

    // Lost on deactivation; rebuilt from the row.
    private RunMachine? _machine;
    private bool _isReleased;

    private RunId Id => RunId.Parse(this.GetPrimaryKeyString());

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _loop = WorkLoop.Create(this, WorkAsync, e => LogInterrupted(logger, Id, e.Message), engine.Time);
        return Task.CompletedTask;
    }

    public async Task<RunAccepted> StartAsync(RunStart start, CancellationToken cancellationToken)
    {
        if (_machine is { } known)
        {
            return new(known.Run.Delivery);
        }

        using var held = _loop.Hold();
        using var activity = Tracing.Resume("run", start.TraceParent);
        var machine = new RunMachine(RowOf(start), [], start.Program, start.Item, engine);
        machine.Advance();
        if (await machine.SaveAsync(writer.CommitAsync, cancellationToken) == RunWritten.Lost)
        {
            var made = await runs.FindAsync(Id, cancellationToken) ?? throw new InvalidOperationException($"{Id} is neither new nor there.");
            Forget();
            return new(made.Delivery);
        }

        _machine = machine;
        Continue();
        return new(start.Delivery);
    }

    public Task PokeAsync(CancellationToken cancellationToken)
    {
        _loop.Poke();
        return Task.CompletedTask;
    }

    public Task ReleaseAsync(CancellationToken cancellationToken)
    {
        _isReleased = true;
        return PokeAsync(cancellationToken);
    }

    public Task<Answer<RunId>> RetryAsync(UserId user, CancellationToken cancellationToken) => RetryAsync(user, key: null, cancellationToken);

    public Task<Answer<RunId>> RetryOnceAsync(UserId user, string key, CancellationToken cancellationToken) => RetryAsync(user, key, cancellationToken);

    private async Task<Answer<RunId>> RetryAsync(UserId user, string? key, CancellationToken cancellationToken)
    {
        using var held = _loop.Hold();
        if (!await IsLoadedAsync(cancellationToken) || _machine!.Run.User != user)
        {
            return Refusals.NotFound("run");
        }

        if (key is not null && _machine.Run.RetryKey == key)
        {
            return Id;
        }

        if (_machine.Run.Status is not (RunStatus.Failed or RunStatus.Canceled))
        {
            return new Refusal(RefusalKind.Conflict, $"Only a failed or canceled run can be retried; this one is {_machine.Run.Status}.");
        }

        _machine.Resume(asNewAttempt: true, key);
        if (!await IsSavedAsync(_machine, cancellationToken))
        {
            return Refusals.ChangedMeanwhile("run");
        }

        _loop.Poke();
        return Id;
    }

    public async Task<Answer<RunId>> CancelAsync(UserId user, CancellationToken cancellationToken)
    {
        using var held = _loop.Hold();
        if (!await runs.RequestCancelAsync(user, Id, cancellationToken))
        {
            return await runs.FindAsync(user, Id, cancellationToken) is { } ended
                ? new Refusal(RefusalKind.Conflict, $"The run has ended; it is {ended.Status}.")
                : Refusals.NotFound("run");
        }

        // The row knows, and so whoever writes it next: from here on it is only sooner or later.
        if (!_loop.IsWorking && await IsLoadedAsync(cancellationToken) && !_machine!.IsLeftBehind && !_machine.HasEnded)
        {
            _machine.Cancel();
            if (await IsSavedAsync(_machine, cancellationToken))
            {
                Ended();
            }
        }
        else
        {
            _machine?.NoteCancelRequest();
            _loop.Poke();
        }

        return Id;
    }

    /// <summary>Saves outside of the run's work. Whether or not a write that throws took place, the row alone knows.</summary>
    private async Task<bool> IsSavedAsync(RunMachine machine, CancellationToken cancellationToken)
    {
        var isSaved = false;
        try
        {
            isSaved = await machine.SaveAsync(writer.CommitAsync, cancellationToken) != RunWritten.Lost;
        }
        finally
        {
            if (!isSaved)
            {
                Forget();
            }
        }

        return isSaved;
    }

    /// <summary>After the first write: goes on with a step that has begun, or is done.</summary>
    private void Continue()
    {
        if (_machine!.HasEnded)
        {
            Ended();
        }
        else
        {
            _loop.Poke();
        }
    }

    /// <summary>Goes on with the run, unless it has ended or waits.</summary>
    /// <returns>When it goes on, if that is soon; for longer waits recovery wakes it.</returns>
    private async Task<DateTimeOffset?> WorkAsync(CancellationToken cancellationToken)
    {
        if (!await IsLoadedAsync(cancellationToken))
        {
            return null;
        }

        var machine = _machine!;
        if (machine.HasEnded)
        {
            Forget();
            return null;
        }

        if (machine.IsLeftBehind)
        {
            if (machine.LeasedUntil is { } until)
            {
                // Whoever left it may still write it.
                _machine = null;
                return Wait(until);
            }

            LogTakenOver(logger, Id, machine.Run.Lease?.Owner, machine.Run.Takeovers + 1);
            machine.TakeOver();
        }
        else if (machine.Run.ResumeAt is { } at && at > engine.Time.GetUtcNow() && !(_isReleased && machine.Run.HeldBy is not null) && !machine.IsCancelRequested)
        {
            return Wait(at);
        }

        _isReleased = false;
        using var activity = Tracing.Resume("run", machine.Run.TraceParent);
        try
        {
            return await StepOnAsync(machine, cancellationToken);
        }
        catch (EffectStoppedException)
        {
            LogOvertaken(logger, Id);
            Forget();
            return null;
        }
        catch (StorageException e) when (e.Fault == StorageFault.Refused)
        {
            // What is to be stored is the same every time, and a step would have to be done again to store it: there is nothing to wait for.
            LogRefused(logger, e, Id);
            return await GiveUpAsync(machine, "What came of this step could not be stored; it may have taken effect. Look before you retry.", DeadReason.StorageRefused, cancellationToken);
        }
        catch (Exception e) when (e is StorageException or QueueFullException or OperationCanceledException)
        {
            // The row is as it was; recovery pokes the run again when it has been untouched for a while.
            LogInterrupted(logger, Id, e.Message);
            Forget();
            return null;
        }
#pragma warning disable CA1031 // The outermost place of a run's work: a bug ends this run with a reason, as it would come again every time.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogBroke(logger, e, Id);
            return await GiveUpAsync(machine, $"An internal error stopped this run ({e.GetType().Name}); its last step may have taken effect. Look before you retry.", DeadReason.Internal, cancellationToken);
        }
    }

    private async Task<DateTimeOffset?> GiveUpAsync(RunMachine machine, string sentence, string deadReason, CancellationToken cancellationToken)
    {
        await runs.FailAsync(Id, machine.SavedRevision, sentence, ErrorCodes.MayHaveHappened, deadReason, cancellationToken);
        Forget();
        return null;
    }

    private DateTimeOffset? Wait(DateTimeOffset at)
    {
        if (at - engine.Time.GetUtcNow() <= RunLimits.WaitInMemoryMax)
        {
            return at;
        }

        Forget();
        return null;
    }

    private async Task<DateTimeOffset?> StepOnAsync(RunMachine machine, CancellationToken cancellationToken)
    {
        if (machine.Run.Status is RunStatus.Waiting or RunStatus.Queued && !machine.IsCancelRequested)
        {
            machine.Resume(asNewAttempt: false);
        }

        while (true)
        {
            if (machine.IsCancelRequested && !machine.HasEnded)
            {
                machine.Cancel();
            }

            machine.Advance();
            if (await machine.SaveAsync(writer.CommitAsync, cancellationToken) == RunWritten.Lost)
            {
                LogOvertaken(logger, Id);
                Forget();
                return null;
            }

            if (machine.HasEnded)
            {
                Ended();
                return null;
            }

            if (machine.IsCancelRequested)
            {
                continue;
            }

            if (machine.Run.Status == RunStatus.Waiting)
            {
                return Wait(machine.Run.ResumeAt!.Value);
            }

            if (lifetime.ApplicationStopping.IsCancellationRequested)
            {
                machine.Release();
                await machine.SaveAsync(writer.CommitAsync, cancellationToken);
                Forget();
                return null;
            }

            await CallAsync(machine, cancellationToken);
        }
    }

    private async Task CallAsync(RunMachine machine, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(engine.Times.Tool, engine.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            machine.OnMarked = () => limit.CancelAfter(engine.Times.Tool);
            await machine.CallAsync(either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            machine.TimeOut(engine.Times.Tool);
        }
#pragma warning disable CA1031 // The outermost place of a tool call: a tool's bug ends this run with a reason, not the silo's patience.
        catch (Exception e) when (e is not (OperationCanceledException or EffectStoppedException or StorageException or QueueFullException))
#pragma warning restore CA1031
        {
            LogToolBroke(logger, e, Id, machine.Current?.Tool);
            machine.Break(e);
        }
    }

    private async Task<bool> IsLoadedAsync(CancellationToken cancellationToken)
    {
        if (_machine is not null)
        {
            return true;
        }

        if (await runs.FindAsync(Id, cancellationToken) is not { } row)
        {
            Forget();
            return false;
        }

        var program = await units.FindProgramAsync(row.Unit, row.UnitVersion, cancellationToken)
            ?? throw new InvalidOperationException($"{row.Unit} has no version {row.UnitVersion}, which {Id} needs.");
        var machine = new RunMachine(
            row, await runs.ListStepsAsync(Id, cancellationToken), ProgramJson.Parse(program), RunItem.Read(row.ItemJson, row.Connection), engine);
        _machine ??= machine;
        return true;
    }

    private void Ended()
    {
        var run = _machine!.Run;
        var duration = run.CompletedAt!.Value - (run.StartedAt ?? run.CreatedAt);
        instruments.OnRunEnded(run.Status, duration);
        if (run.Status == RunStatus.Failed)
        {
            LogFailed(logger, Id, run.Unit, _machine.Current?.Index, run.Error);
        }

        LogExecuted(logger, Id, run.Unit, run.Status, (long)duration.TotalMilliseconds);
        Forget();
    }

    /// <summary>Leaves memory. What is poked from now on reaches another activation, which reads the row.</summary>
    private void Forget()
    {
        _machine = null;
        _loop.Dispose();
        DeactivateOnIdle();
    }

    private RunRow RowOf(RunStart start)
    {
        var now = engine.Time.GetUtcNow();
        return new(
            Id, start.User, start.Unit, start.UnitName, start.UnitVersion, start.Delivery, start.Item.Connection, start.ConnectionId, start.ProviderConfigKey,
            RunStatus.Running, Revision: 0, start.Attempt, RunItem.Write(start.Item), null, null, start.TraceParent, now, now, null)
        {
            Summary = ItemTitle.Of(start.Item),
            RerunKey = start.RerunKey,
        };
    }
}
