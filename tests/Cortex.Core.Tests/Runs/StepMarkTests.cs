using Cortex.Core.Tests.Tools;
using Cortex.Nango;
using Cortex.Storage.Runs;
using Cortex.Tools;

namespace Cortex.Core.Tests.Runs;

/// <summary>What a tool keeps with its step, for whoever makes the next request.</summary>
public sealed class StepMarkTests : RunCallTest
{
    [Fact]
    public async Task Mark_IsOnDiskWithANewLease_BeforeTheToolGoesOn()
    {
        Tool.Does = async lease =>
        {
            Time.Advance(TimeSpan.FromSeconds(40));
            await lease.KeepAsync("r-5", CancellationToken.None);

            var write = Written[^1];
            Assert.Equal((2, "r-5", "r-5"), (write.Run.Revision, Assert.Single(write.Steps).Mark, lease.Mark));
            Assert.Equal((StepStatus.Running, null), (write.Steps[0].Status, write.Steps[0].CallResult));
            Assert.Equal(ToolBench.StartedAt.AddSeconds(40 + 90), write.Run.Lease!.Until);

            // The lease is as good as new: the next request needs no write of its own.
            Time.Advance(TimeSpan.FromSeconds(14));
            await lease.EnterAsync(CancellationToken.None);
            Assert.Equal(2, Written.Count);
        };
        Tool.Executed(new ToolResult.Unknown("No answer."));
        var machine = Machine();
        await BeginAsync(machine);
        await machine.CallAsync(CancellationToken.None);
        await machine.SaveAsync(CommitAsync, CancellationToken.None);

        Assert.Equal([1, 2, 3], Written.Select(write => write.Run.Revision));
        Assert.Equal(("r-5", CallResult.Unknown), (Written[^1].Steps[0].Mark, Written[^1].Steps[0].CallResult));
    }

    [Fact]
    public async Task Mark_IsThereForTheNextOwner_AndCanBeTakenAway()
    {
        var seen = new List<string?>();
        Tool.Found((ToolResult?)null);
        Tool.Executed(new ToolResult.Completed("{}"));
        Tool.Does = async lease =>
        {
            seen.Add(lease.Mark);
            await lease.KeepAsync(null, CancellationToken.None);
            seen.Add(lease.Mark);
        };
        var left = Machine();
        await BeginAsync(left);
        Time.Advance(TimeSpan.FromSeconds(91));

        var machine = Machine(Written[^1].Run, Written[^1].Steps[0] with { Mark = "r-5" });
        machine.TakeOver();
        await BeginAsync(machine);
        await machine.CallAsync(CancellationToken.None);

        Assert.Equal([Find, Execute], Tool.Calls);
        Assert.Equal(["r-5", null], seen);
        Assert.Null(Last(machine).Mark);
    }

    /// <summary>The owner of before has made a draft, and sleeps; who took over has long been elsewhere. Its id is not kept, and the draft not sent.</summary>
    [Fact]
    public async Task MarkOfAnOwnerOfBefore_IsNotKept_AndEndsItsCall()
    {
        var isSent = false;
        Tool.Does = async lease =>
        {
            Answer = RunWritten.Lost;
            await lease.KeepAsync("r-5", CancellationToken.None);
            isSent = true;
        };
        var machine = Machine();
        await BeginAsync(machine);

        await Assert.ThrowsAsync<EffectStoppedException>(() => machine.CallAsync(CancellationToken.None));
        Assert.Equal((true, false), (machine.IsOvertaken, isSent));
    }

    /// <summary>A draft that is there is sent, and not left over: no call is broken off in the middle.</summary>
    [Fact]
    public async Task CancelThatTheMarkLearnsOf_LetsTheCallEnd()
    {
        Tool.Does = lease =>
        {
            Answer = RunWritten.CancelRequested;
            return lease.KeepAsync("r-5", CancellationToken.None);
        };
        Tool.Executed(new ToolResult.Completed("{}"));
        var machine = Machine();
        await BeginAsync(machine);
        await machine.CallAsync(CancellationToken.None);

        Assert.Equal((true, StepStatus.Completed, "r-5"), (machine.IsCancelRequested, Last(machine).Status, Last(machine).Mark));
    }

    [Fact]
    public async Task LookThatIsStopped_LeavesUnknownWhatWasLookedFor()
    {
        Tool.Executed(new ToolResult.Unknown("No answer."));
        var machine = Machine();
        await StepAsync(machine);
        machine.Resume(asNewAttempt: false);
        await BeginAsync(machine);
        Tool.Looks = lease =>
        {
            Time.Advance(TimeSpan.FromMinutes(1));
            Answer = RunWritten.CancelRequested;
            return lease.EnterAsync(CancellationToken.None);
        };
        await machine.CallAsync(CancellationToken.None);

        Assert.Equal((true, CallResult.Unknown), (machine.IsCancelRequested, machine.Current!.CallResult));
        Assert.Equal([Execute, Find], Tool.Calls);
    }

    /// <summary>What is kept was made by the time of the first try, and is looked for by it.</summary>
    [Fact]
    public async Task RetryOfAStepWithAMark_KeepsItsTime_ThoughItWasNotDone()
    {
        Tool.Does = lease => lease.KeepAsync("r-5", CancellationToken.None);
        Tool.Executed(new ToolResult.Failed("It is refused."));
        var machine = Machine();
        await BeginAsync(machine);
        await machine.CallAsync(CancellationToken.None);
        Assert.Equal((RunStatus.Failed, CallResult.Failed), (machine.Run.Status, machine.Current!.CallResult));

        Time.Advance(TimeSpan.FromDays(10));
        machine.Resume(asNewAttempt: true);

        Assert.Equal((ToolBench.StartedAt, "r-5"), (machine.Current!.StartedAt, machine.Current.Mark));
    }

    [Fact]
    public async Task Mark_HasALimit()
    {
        var lengths = new List<int>();
        Tool.Does = async lease =>
        {
            await lease.KeepAsync(new string('r', StepRow.MarkLengthMax), CancellationToken.None);
            lengths.Add(lease.Mark!.Length);
            await lease.KeepAsync(new string('r', StepRow.MarkLengthMax + 1), CancellationToken.None);
        };
        var machine = Machine();
        await BeginAsync(machine);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => machine.CallAsync(CancellationToken.None));
        Assert.Equal([StepRow.MarkLengthMax], lengths);
    }
}
