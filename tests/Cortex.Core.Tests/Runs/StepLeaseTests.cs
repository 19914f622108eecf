using Cortex.Core.Tests.Support;
using Cortex.Core.Tests.Tools;
using Cortex.Nango;
using Cortex.Runs;
using Cortex.Storage.Runs;
using Cortex.Tools;

namespace Cortex.Core.Tests.Runs;

/// <summary>How long a call may take effect, who may make it, and who takes it over.</summary>
public sealed class StepLeaseTests : RunCallTest
{
    [Fact]
    public async Task Save_BeforeACall_TakesALease_ForWhatMustNotBeDoneTwiceAtOnce()
    {
        foreach (var (effect, isLeased) in new[] { (ToolEffect.Findable, true), (ToolEffect.Idempotent, true), (ToolEffect.Repeatable, false) })
        {
            Tool.Effect = effect;
            var machine = Machine();
            await BeginAsync(machine);

            Assert.Equal(isLeased ? new RunLease("silo-1", Time.GetUtcNow(), Time.GetUtcNow() + TimeSpan.FromSeconds(90)) : null, Written[^1].Run.Lease);
        }
    }

    [Fact]
    public async Task CallThatEnds_EndsTheLease()
    {
        foreach (var result in new ToolResult[] { new ToolResult.Completed("{}"), new ToolResult.NotDone("No."), new ToolResult.Unknown("Perhaps."), new ToolResult.Held("Reconnect it."), new ToolResult.Failed("No.") })
        {
            Tool.Executed(result);
            var machine = Machine();
            await BeginAsync(machine);
            await machine.CallAsync(CancellationToken.None);

            Assert.Null(machine.Run.Lease);
        }
    }

    [Fact]
    public async Task CallThatMayStillTakeEffect_IsWaitedFor_AndNotAskedAboutBefore()
    {
        Tool.Executed(new ToolResult.Unknown("No answer.") { MayStillHappen = true });
        Tool.Found(new ToolResult.Completed("{}"));
        var machine = Machine();
        await BeginAsync(machine);
        Time.Advance(TimeSpan.FromSeconds(45));
        await machine.CallAsync(CancellationToken.None);

        Assert.Equal((RunStatus.Waiting, ToolBench.StartedAt.AddSeconds(90)), (machine.Run.Status, machine.Run.ResumeAt));
        Assert.Equal(machine.Run.ResumeAt, machine.Run.Lease!.Until);

        Time.Advance(TimeSpan.FromSeconds(45));
        machine.Resume(asNewAttempt: false);
        Assert.Equal(RunStatus.Running, machine.Run.Status);
        await StepAsync(machine);
        Assert.Equal([Execute, Find], Tool.Calls);
    }

    /// <summary>While a machine is suspended its monotonic clock stands still, and others' clocks go on.</summary>
    [Fact]
    public async Task LeaseThatWasSleptThrough_IsRenewedBeforeTheCall()
    {
        var clock = new SuspendedClock();
        var renewed = 0;
        var lease = new StepLease(RunModels.Times, null, (_, _) => Task.FromResult(++renewed), clock);
        await lease.EnterAsync(CancellationToken.None);
        Assert.Equal(0, renewed);

        clock.UtcNow += TimeSpan.FromMinutes(2);
        await lease.EnterAsync(CancellationToken.None);

        Assert.Equal(1, renewed);
    }

    /// <summary>What was never sent needs no waiting and no look.</summary>
    [Theory]
    [InlineData(true, CallResult.Unknown, 90)]
    [InlineData(false, CallResult.NotDone, 61)]
    public async Task NoAnswerInTime_IsUnknown_IfSomethingWasSent(bool isSent, string result, int waitsUntil)
    {
        Tool.Does = gate => ThrowAsync(new OperationCanceledException(), isSent ? gate : null);
        var machine = Machine();
        await BeginAsync(machine);
        await Assert.ThrowsAsync<OperationCanceledException>(() => machine.CallAsync(CancellationToken.None));
        Time.Advance(TimeSpan.FromSeconds(60));
        machine.TimeOut(TimeSpan.FromSeconds(60));

        Assert.Equal((RunStatus.Waiting, result), (machine.Run.Status, machine.Current!.CallResult));
        Assert.InRange(machine.Run.ResumeAt!.Value, ToolBench.StartedAt.AddSeconds(waitsUntil), ToolBench.StartedAt.AddSeconds(waitsUntil + 0.5));
    }

    [Theory]
    [InlineData(true, CallResult.Unknown, "may have taken effect")]
    [InlineData(false, CallResult.Failed, "(InvalidOperationException).")]
    public async Task BrokenTool_IsUnknown_IfSomethingWasSent(bool isSent, string result, string says)
    {
        Tool.Does = gate => ThrowAsync(new InvalidOperationException(), isSent ? gate : null);
        var machine = Machine();
        await BeginAsync(machine);
        var broke = await Assert.ThrowsAsync<InvalidOperationException>(() => machine.CallAsync(CancellationToken.None));
        machine.Break(broke);

        Assert.Equal((RunStatus.Failed, result), (machine.Run.Status, machine.Current!.CallResult));
        Assert.Contains(says, machine.Run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_IsSentWithinTheLease_AndOtherwiseRenewsItFirst()
    {
        var leases = new List<RunLease?>();
        Tool.Does = async gate =>
        {
            Time.Advance(TimeSpan.FromSeconds(15));
            await gate.EnterAsync(CancellationToken.None);
            leases.Add(Written[^1].Run.Lease);
            Time.Advance(TimeSpan.FromSeconds(40));
            await gate.EnterAsync(CancellationToken.None);
            leases.Add(Written[^1].Run.Lease);
        };
        Tool.Executed(new ToolResult.Completed("{}"));
        var machine = Machine();
        await BeginAsync(machine);
        await machine.CallAsync(CancellationToken.None);

        Assert.Equal([ToolBench.StartedAt.AddSeconds(90), ToolBench.StartedAt.AddSeconds(55 + 90)], leases.Select(lease => lease!.Until));
        Assert.Equal([1, 2], Written.Select(write => write.Run.Revision));
        Assert.Equal(StepStatus.Completed, Last(machine).Status);
    }

    [Fact]
    public async Task RequestThatIsStopped_BehindOneThatWasSent_LeavesTheCallUnknown()
    {
        Tool.Does = async gate =>
        {
            await gate.EnterAsync(CancellationToken.None);
            Time.Advance(TimeSpan.FromMinutes(1));
            Answer = RunWritten.CancelRequested;
            await gate.EnterAsync(CancellationToken.None);
        };
        var machine = Machine();
        await BeginAsync(machine);
        await machine.CallAsync(CancellationToken.None);

        Assert.Equal((true, CallResult.Unknown), (machine.IsCancelRequested, machine.Current!.CallResult));
    }

    /// <summary>A silo that stood still wakes up: another has gone on with the run, and nothing is sent.</summary>
    [Fact]
    public async Task LeaseThatIsOthersByNow_StopsTheRequest()
    {
        var isSent = false;
        Tool.Does = async gate =>
        {
            Time.Advance(TimeSpan.FromMinutes(10));
            Answer = RunWritten.Lost;
            await gate.EnterAsync(CancellationToken.None);
            isSent = true;
        };
        var machine = Machine();
        await BeginAsync(machine);
        var saved = machine.SavedRevision;

        await Assert.ThrowsAsync<EffectStoppedException>(() => machine.CallAsync(CancellationToken.None));
        Assert.Equal((true, false), (machine.IsOvertaken, isSent));
        Assert.Equal(saved, machine.SavedRevision);
    }

    [Fact]
    public async Task CancelThatTheRenewalLearnsOf_StopsTheRequest_AndTheStepWasNotDone()
    {
        Tool.Does = async gate =>
        {
            Time.Advance(TimeSpan.FromMinutes(1));
            Answer = RunWritten.CancelRequested;
            await gate.EnterAsync(CancellationToken.None);
        };
        var machine = Machine();
        await BeginAsync(machine);
        await machine.CallAsync(CancellationToken.None);

        Assert.Equal((true, CallResult.NotDone), (machine.IsCancelRequested, machine.Current!.CallResult));
        machine.Cancel();
        Assert.Equal((RunStatus.Canceled, CallResult.NotDone), (machine.Run.Status, machine.Current.CallResult));
    }

    [Fact]
    public async Task LeaseThatIsRenewedTooSlowly_StopsTheRequest()
    {
        var machine = Machine();
        machine.Advance();
        await machine.SaveAsync(
            (write, _) =>
            {
                Time.Advance(write.Run.Revision == 1 ? TimeSpan.Zero : TimeSpan.FromSeconds(16));
                return Task.FromResult(RunWritten.Written);
            },
            CancellationToken.None);
        Tool.Does = gate =>
        {
            Time.Advance(TimeSpan.FromSeconds(16));
            return gate.EnterAsync(CancellationToken.None);
        };
        await machine.CallAsync(CancellationToken.None);

        Assert.Equal((CallResult.NotDone, 1), (machine.Current!.CallResult, machine.Current.Attempts));
    }

    [Fact]
    public async Task StepThatWasLeftBehind_IsTakenOverAfterItsLease_ThreeTimes_AndThenParked()
    {
        var left = Machine();
        await BeginAsync(left);
        var (run, step) = (Written[^1].Run, Written[^1].Steps[0]);
        for (var takeover = 1; takeover <= RunLimits.TakeoversMax; takeover++)
        {
            var machine = Machine(run, step);
            Assert.Equal((true, run.Lease!.Until), (machine.IsLeftBehind, machine.LeasedUntil));
            Time.Advance(TimeSpan.FromSeconds(91));
            Assert.Null(machine.LeasedUntil);

            machine.TakeOver();
            await BeginAsync(machine);
            (run, step) = (Written[^1].Run, Written[^1].Steps[0]);
            Assert.Equal((RunStatus.Running, takeover, Time.GetUtcNow().AddSeconds(90)), (run.Status, run.Takeovers, run.Lease!.Until));
        }

        Time.Advance(TimeSpan.FromSeconds(91));
        var parked = Machine(run, step);
        parked.TakeOver();

        Assert.Equal((RunStatus.Failed, StepStatus.Failed, CallResult.Unknown), (parked.Run.Status, parked.Current!.Status, parked.Current.CallResult));
        Assert.StartsWith("This was interrupted 4 times in a row", parked.Run.Error, StringComparison.Ordinal);
        Assert.Empty(Tool.Calls);

        // Its user may try it again.
        Tool.Found(new ToolResult.Completed("{}"));
        parked.Resume(asNewAttempt: true);
        Assert.Equal((RunStatus.Running, 0), (parked.Run.Status, parked.Run.Takeovers));
        await StepAsync(parked);
        Assert.Equal([Find], Tool.Calls);
    }

    [Fact]
    public async Task RetryWhileACallMayStillTakeEffect_WaitsForIt()
    {
        Tool.Executed(new ToolResult.Unknown("No answer.") { MayStillHappen = true });
        var machine = Machine();
        await BeginAsync(machine);
        await machine.CallAsync(CancellationToken.None);
        machine.Cancel();
        Assert.Equal((RunStatus.Canceled, ToolBench.StartedAt.AddSeconds(90)), (machine.Run.Status, machine.Run.Lease?.Until));

        machine.Resume(asNewAttempt: true);

        Assert.Equal((RunStatus.Waiting, ToolBench.StartedAt.AddSeconds(90)), (machine.Run.Status, machine.Run.ResumeAt));
    }

    [Fact]
    public async Task Release_LetsAnotherGoOnAtOnce_WithoutTakingOver()
    {
        var machine = Machine();
        await BeginAsync(machine);
        machine.Release();
        await machine.SaveAsync(CommitAsync, CancellationToken.None);

        var (run, step) = (Written[^1].Run, Written[^1].Steps[0]);
        Assert.Equal((RunStatus.Waiting, Time.GetUtcNow(), null), (run.Status, run.ResumeAt, run.Lease));
        Assert.Equal(CallResult.NotDone, step.CallResult);
        Assert.False(Machine(run, step).IsLeftBehind);
    }

    private static async Task ThrowAsync(Exception failure, IEffectGate? behind)
    {
        if (behind is not null)
        {
            await behind.EnterAsync(CancellationToken.None);
        }

        throw failure;
    }

    private sealed class SuspendedClock : TimeProvider
    {
        public DateTimeOffset UtcNow { get; set; } = ToolBench.StartedAt;

        public override DateTimeOffset GetUtcNow() => UtcNow;

        public override long GetTimestamp() => 0;
    }
}
