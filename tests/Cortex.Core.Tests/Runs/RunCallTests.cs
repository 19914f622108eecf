using Cortex.Core.Tests.Tools;
using Cortex.Runs;
using Cortex.Storage.Errors;
using Cortex.Storage.Runs;
using Cortex.Tools;

namespace Cortex.Core.Tests.Runs;

/// <summary>What the state machine knows of its calls, and so whether it looks before it calls again.</summary>
public sealed class RunCallTests : RunCallTest
{
    [Fact]
    public async Task NotDone_IsTriedAgain_WithoutLooking()
    {
        Tool.Executed(new ToolResult.NotDone("The limit is reached.", TimeSpan.FromSeconds(40)), new ToolResult.Completed("{}"));
        var machine = Machine();
        await StepAsync(machine);
        Assert.Equal((RunStatus.Waiting, CallResult.NotDone, 2), (machine.Run.Status, machine.Current!.CallResult, machine.Current.Attempts));

        machine.Resume(asNewAttempt: false);
        Assert.Null(machine.Current!.CallResult);
        await StepAsync(machine);

        Assert.Equal([Execute, Execute], Tool.Calls);
    }

    [Fact]
    public async Task HeldBackByOurOwnBudget_CostsNeitherAnAttemptNorALook()
    {
        Tool.Executed(new ToolResult.NotDone("The limit is reached.") { IsAttempt = false }, new ToolResult.Completed("{}"));
        var machine = Machine();
        await StepAsync(machine);
        Assert.Equal((CallResult.NotDone, 1), (machine.Current!.CallResult, machine.Current.Attempts));

        machine.Resume(asNewAttempt: false);
        await StepAsync(machine);

        Assert.Equal([Execute, Execute], Tool.Calls);
    }

    [Fact]
    public async Task Unknown_IsLookedFor_AndFound()
    {
        Tool.Executed(new ToolResult.Unknown("No answer."));
        Tool.Found(new ToolResult.Completed("""{"id":"1"}"""));
        var machine = Machine();
        await StepAsync(machine);
        Assert.Equal(CallResult.Unknown, machine.Current!.CallResult);

        machine.Resume(asNewAttempt: false);
        await StepAsync(machine);
        machine.Advance();

        Assert.Equal(RunStatus.Completed, machine.Run.Status);
        Assert.Equal([Execute, Find], Tool.Calls);
    }

    public static TheoryData<ToolResult, string, string?> Ends => new()
    {
        { new ToolResult.Failed("No address."), RunStatus.Failed, ErrorCodes.InvalidInput },
        { new ToolResult.Failed("It is gone.", ErrorCodes.NotFound), RunStatus.Failed, ErrorCodes.NotFound },
        { new ToolResult.NotDone("Too many calls.", Code: ErrorCodes.RateLimited), RunStatus.Waiting, ErrorCodes.RateLimited },
        { new ToolResult.NotDone("Too many calls.", Code: ErrorCodes.RateLimited) { IsAttempt = false }, RunStatus.Waiting, ErrorCodes.RateLimited },
        { new ToolResult.Unknown("No answer."), RunStatus.Waiting, ErrorCodes.ProviderUnavailable },
        { new ToolResult.Held("Reconnect it."), RunStatus.Waiting, ErrorCodes.AccountNeedsReauth },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task Step_SaysInAWordWhatIsWrong_AndTheRunWhenItEnds(ToolResult result, string status, string? code)
    {
        Tool.Executed(result);
        var machine = Machine();

        await StepAsync(machine);

        Assert.Equal((status, code), (machine.Run.Status, machine.Current!.ErrorCode));
        Assert.Equal(status == RunStatus.Failed ? (code, Providers.Gmail) : (null, null), (machine.Run.ErrorCode, machine.Run.ErrorProvider));
        machine.Resume(asNewAttempt: true);
        Assert.Null(machine.Run.ErrorCode);
    }

    [Fact]
    public async Task Unknown_ThatStaysSo_MayHaveHappened()
    {
        Tool.Executed([.. Enumerable.Repeat(new ToolResult.Unknown("No answer."), RunLimits.StepAttemptsMax)]);
        Tool.Found([.. Enumerable.Repeat<ToolResult?>(null, RunLimits.StepAttemptsMax)]);
        var machine = Machine();
        await StepAsync(machine);
        while (!machine.HasEnded)
        {
            machine.Resume(asNewAttempt: false);
            await StepAsync(machine);
        }

        Assert.Equal((ErrorCodes.MayHaveHappened, ErrorCodes.MayHaveHappened), (machine.Run.ErrorCode, machine.Current!.ErrorCode));
        Assert.Equal((RunLimits.StepAttemptsMax, RunLimits.StepAttemptsMax - 1), (Tool.Calls.Count(call => call == Execute), Tool.Calls.Count(call => call == Find)));
    }

    [Fact]
    public async Task LookThatDoesNotTell_LeavesItUnknown()
    {
        Tool.Executed(new ToolResult.Unknown("No answer."), new ToolResult.Completed("{}"));
        Tool.Found(new ToolResult.NotDone("The limit is reached.") { IsAttempt = false }, new ToolResult.NotDone("Gmail is away."), null);
        var machine = Machine();
        await StepAsync(machine);
        for (var look = 1; look <= 3; look++)
        {
            machine.Resume(asNewAttempt: false);
            await StepAsync(machine);
            Assert.Equal(look == 3 ? CallResult.Done : CallResult.Unknown, (machine.Current ?? Last(machine)).CallResult);
        }

        Assert.Equal([Execute, Find, Find, Find, Execute], Tool.Calls);
    }

    [Fact]
    public async Task LookThatWillNeverTell_FailsTheStep_AndARetryLooksAgain()
    {
        Tool.Executed(new ToolResult.Unknown("No answer."));
        Tool.Found(new ToolResult.Failed("Too many were sent since to tell."), new ToolResult.Completed("{}"));
        var machine = Machine();
        await StepAsync(machine);
        machine.Resume(asNewAttempt: false);
        await StepAsync(machine);
        Assert.Equal((RunStatus.Failed, CallResult.Unknown), (machine.Run.Status, machine.Current!.CallResult));

        machine.Resume(asNewAttempt: true);
        await StepAsync(machine);

        Assert.Equal([Execute, Find, Find], Tool.Calls);
    }

    /// <summary>"Tomorrow" is the day after the retry; and a held run's week begins anew.</summary>
    [Fact]
    public async Task RetryOfAStepThatWasNotDone_BeginsAfresh()
    {
        Tool.Executed(new ToolResult.Failed("It is refused."), new ToolResult.Held("Reconnect it."));
        var machine = Machine();
        await StepAsync(machine);
        Assert.Equal((RunStatus.Failed, CallResult.Failed), (machine.Run.Status, machine.Current!.CallResult));

        Time.Advance(TimeSpan.FromDays(10));
        machine.Resume(asNewAttempt: true);
        Assert.Equal(Time.GetUtcNow(), machine.Current!.StartedAt);
        await StepAsync(machine);

        Assert.Equal((RunStatus.Waiting, CallResult.Held), (machine.Run.Status, machine.Current.CallResult));
        Assert.Equal([Execute, Execute], Tool.Calls);
    }

    [Fact]
    public async Task RetryOfAStepThatMayHaveBeenDone_KeepsItsTime_AsItIsLookedForByIt()
    {
        Tool.Executed([.. Enumerable.Repeat(new ToolResult.Unknown("No answer."), RunLimits.StepAttemptsMax)]);
        Tool.Found([.. Enumerable.Repeat<ToolResult?>(null, RunLimits.StepAttemptsMax - 1), new ToolResult.Completed("{}")]);
        var machine = Machine();
        await StepAsync(machine);
        while (machine.Run.Status == RunStatus.Waiting)
        {
            machine.Resume(asNewAttempt: false);
            await StepAsync(machine);
        }

        Assert.Equal((RunStatus.Failed, CallResult.Unknown), (machine.Run.Status, machine.Current!.CallResult));
        Assert.EndsWith("It may have taken effect all the same: look before you retry.", machine.Run.Error, StringComparison.Ordinal);

        Time.Advance(TimeSpan.FromDays(10));
        machine.Resume(asNewAttempt: true);
        Assert.Equal(ToolBench.StartedAt, machine.Current!.StartedAt);
        await StepAsync(machine);
        Assert.Equal(Find, Tool.Calls[^1]);
    }

    [Fact]
    public async Task StepThatTheRowsLeaveOpen_IsLookedFor()
    {
        var before = Machine();
        before.Advance();
        Tool.Found(new ToolResult.Completed("{}"));
        var machine = Machine(before.Run with { Revision = 1 }, before.Current! with { CallResult = null });

        machine.Resume(asNewAttempt: false);
        await StepAsync(machine);

        Assert.Equal([Find], Tool.Calls);
    }

    [Fact]
    public async Task CancelOfAStepThatWaits_KeepsWhatIsKnownOfIt()
    {
        Tool.Executed(new ToolResult.NotDone("The limit is reached."), new ToolResult.Unknown("No answer."));
        var (notDone, unknown, begun) = (Machine(), Machine(), Machine());
        await StepAsync(notDone);
        await StepAsync(unknown);
        begun.Advance();

        foreach (var (machine, known) in new[] { (notDone, CallResult.NotDone), (unknown, CallResult.Unknown), (begun, CallResult.NotDone) })
        {
            machine.Cancel();
            Assert.Equal((RunStatus.Canceled, StepStatus.Failed, known), (machine.Run.Status, machine.Current!.Status, machine.Current.CallResult));
        }
    }
}
