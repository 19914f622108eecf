using Cortex.Diagnostics;
using Cortex.Items;
using Cortex.Programs;
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
    // Lost on deactivation; rebuilt from the row.
    private RunMachine? _machine;
    private IGrainTimer? _timer;
    private bool _isExecuting;
    private bool _isCancelRequested;

    private RunId Id => RunId.Parse(this.GetPrimaryKeyString());

    public async Task<RunAccepted> StartAsync(RunStart start, CancellationToken cancellationToken)
    {
        if (_machine is { } known)
        {
            return new(known.Run.Event);
        }

        using var activity = Tracing.Resume("run", start.TraceParent);
        var machine = new RunMachine(RowOf(start), [], start.Program, start.Item, engine);
        machine.Advance();
        if (!await machine.SaveAsync(writer, cancellationToken))
        {
            var made = await runs.FindAsync(Id, cancellationToken) ?? throw new InvalidOperationException($"{Id} is neither new nor there.");
            DeactivateOnIdle();
            return new(made.Event);
        }

        _machine = machine;
        Continue();
        return new(start.Event);
    }

    public async Task PokeAsync(CancellationToken cancellationToken)
    {
        if (_isExecuting || !await IsLoadedAsync(cancellationToken))
        {
            return;
        }

        if (_machine!.HasEnded)
        {
            DeactivateOnIdle();
        }
        else if (_machine.Run.ResumeAt is { } at && at > engine.Time.GetUtcNow())
        {
            WakeAt(at);
        }
        else
        {
            Execute();
        }
    }

    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        if (!_isExecuting && await IsLoadedAsync(cancellationToken) && _machine!.Run.HeldBy is not null)
        {
            Execute();
        }
    }

    public async Task<Answer<RunId>> RetryAsync(UserId user, CancellationToken cancellationToken)
    {
        if (!await IsLoadedAsync(cancellationToken) || _machine!.Run.User != user)
        {
            return Refusals.NotFound("run");
        }

        if (_machine.Run.Status is not (RunStatus.Failed or RunStatus.Canceled))
        {
            return new Refusal(RefusalKind.Conflict, $"Only a failed or canceled run can be retried; this one is {_machine.Run.Status}.");
        }

        _isCancelRequested = false;
        _machine.Resume(asNewAttempt: true);
        if (!await _machine.SaveAsync(writer, cancellationToken))
        {
            Forget();
            return Refusals.ChangedMeanwhile("run");
        }

        Execute();
        return Id;
    }

    public async Task<Answer<RunId>> CancelAsync(UserId user, CancellationToken cancellationToken)
    {
        if (!await IsLoadedAsync(cancellationToken) || _machine!.Run.User != user)
        {
            return Refusals.NotFound("run");
        }

        if (_machine.HasEnded)
        {
            return new Refusal(RefusalKind.Conflict, $"The run has ended; it is {_machine.Run.Status}.");
        }

        _isCancelRequested = true;
        if (!_isExecuting)
        {
            _machine.Cancel();
            if (!await _machine.SaveAsync(writer, cancellationToken))
            {
                Forget();
                return Refusals.ChangedMeanwhile("run");
            }

            Ended();
        }

        return Id;
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
            Execute();
        }
    }

    /// <summary>Executes in a timer of its own, so that a status or a cancel is answered while a provider is slow.</summary>
    private void Execute()
    {
        _isExecuting = true;
        _timer?.Dispose();
        _timer = this.RegisterGrainTimer(ExecuteAsync, new GrainTimerCreationOptions(TimeSpan.Zero, Timeout.InfiniteTimeSpan) { Interleave = true, KeepAlive = true });
    }

    private void WakeAt(DateTimeOffset at)
    {
        var delay = at - engine.Time.GetUtcNow();
        _timer?.Dispose();
        _timer = null;
        if (delay > RunLimits.WaitInMemoryMax)
        {
            DeactivateOnIdle();
            return;
        }

        _timer = this.RegisterGrainTimer(PokeAsync, new GrainTimerCreationOptions(delay > TimeSpan.Zero ? delay : TimeSpan.Zero, Timeout.InfiniteTimeSpan) { KeepAlive = true });
    }

    private async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        using var activity = Tracing.Resume("run", _machine!.Run.TraceParent);
        try
        {
            await StepOnAsync(_machine, cancellationToken);
        }
        catch (Exception e) when (e is Npgsql.NpgsqlException or Storage.QueueFullException or OperationCanceledException)
        {
            // The row is as it was; recovery pokes the run again when it has been untouched for a while.
            LogInterrupted(logger, Id, e.Message);
            Forget();
        }
        finally
        {
            _isExecuting = false;
        }
    }

    private async Task StepOnAsync(RunMachine machine, CancellationToken cancellationToken)
    {
        if (machine.Run.Status is RunStatus.Waiting or RunStatus.Queued)
        {
            machine.Resume(asNewAttempt: false);
        }

        while (true)
        {
            if (_isCancelRequested && !machine.HasEnded)
            {
                machine.Cancel();
            }

            machine.Advance();
            if (!await machine.SaveAsync(writer, cancellationToken))
            {
                LogOvertaken(logger, Id);
                Forget();
                return;
            }

            if (machine.HasEnded)
            {
                Ended();
                return;
            }

            if (machine.Run.Status == RunStatus.Waiting)
            {
                WakeAt(machine.Run.ResumeAt!.Value);
                return;
            }

            if (lifetime.ApplicationStopping.IsCancellationRequested)
            {
                Forget();
                return;
            }

            await CallAsync(machine, cancellationToken);
        }
    }

    private async Task CallAsync(RunMachine machine, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(RunLimits.ToolTimeout, engine.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await machine.CallAsync(either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            machine.TimeOut(RunLimits.ToolTimeout);
        }
#pragma warning disable CA1031 // The outermost place of a tool call: a tool's bug ends this run with a reason, not the silo's patience.
        catch (Exception e) when (e is not OperationCanceledException)
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
            DeactivateOnIdle();
            return false;
        }

        var program = await units.FindProgramAsync(row.Unit, row.UnitVersion, cancellationToken)
            ?? throw new InvalidOperationException($"{row.Unit} has no version {row.UnitVersion}, which {Id} needs.");
        var machine = new RunMachine(
            row, await runs.ListStepsAsync(Id, cancellationToken), ProgramJson.Parse(program), RunTrigger.Read(row.TriggerJson, row.Connection), engine);
        if (_machine is null)
        {
            _machine = machine;
            if (row.Status == RunStatus.Running)
            {
                // Left behind by another activation: claiming it raises the revision, so that only one of two goes on.
                machine.Resume(asNewAttempt: false);
            }
        }

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

    private void Forget()
    {
        _machine = null;
        _timer?.Dispose();
        _timer = null;
        DeactivateOnIdle();
    }

    private RunRow RowOf(RunStart start)
    {
        var now = engine.Time.GetUtcNow();
        return new(
            Id, start.User, start.Unit, start.UnitName, start.UnitVersion, start.Event, start.Item.Connection, start.ConnectionId, start.ProviderConfigKey,
            RunStatus.Running, Revision: 0, start.Attempt, RunTrigger.Write(start.Item), null, null, start.TraceParent, now, now, null)
        {
            Summary = ItemTitle.Of(start.Item),
        };
    }
}
