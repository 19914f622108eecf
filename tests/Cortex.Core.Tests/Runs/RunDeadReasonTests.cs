using Cortex.Runs;
using Cortex.Storage.DeadLetters;
using Cortex.Storage.Errors;
using Cortex.Storage.Runs;
using Cortex.Tools;

namespace Cortex.Core.Tests.Runs;

/// <summary>A run that is given up says why in one word; one that was refused for good is not given up.</summary>
public sealed class RunDeadReasonTests : RunCallTest
{
    [Fact]
    public async Task RefusedForGood_IsNotGivenUp()
    {
        Tool.Executed(new ToolResult.Failed("It is refused."));

        Assert.Null((await FailedAsync()).Run.DeadReason);
    }

    [Fact]
    public async Task OutOfAttempts_IsGivenUp()
    {
        Tool.Executed(Enumerable.Repeat(new ToolResult.NotDone("Gmail is away."), RunLimits.StepAttemptsMax));

        Assert.Equal(DeadReason.GaveUp, (await FailedAsync()).Run.DeadReason);
    }

    [Theory]
    [InlineData(true, DeadReason.MayHaveHappened)]
    [InlineData(false, DeadReason.GaveUp)]
    public async Task OutOfAttempts_WithoutAnAnswer_MayHaveHappened_WhereRepeatingDoesHarm(bool doesHarm, string reason)
    {
        Tool.Effect = doesHarm ? ToolEffect.Findable : ToolEffect.Idempotent;
        Tool.Executed(Enumerable.Repeat(new ToolResult.Unknown("No answer."), RunLimits.StepAttemptsMax));
        Tool.Found(Enumerable.Repeat<ToolResult?>(null, RunLimits.StepAttemptsMax));

        Assert.Equal(reason, (await FailedAsync()).Run.DeadReason);
    }

    /// <summary>Whatever the tool calls it: nothing was refused of what the automation asks for.</summary>
    [Theory]
    [InlineData(ErrorCodes.InvalidInput)]
    [InlineData(ErrorCodes.ProviderRejected)]
    [InlineData(ErrorCodes.MayHaveHappened)]
    public async Task LookThatWillNeverTell_MayHaveHappened(string code)
    {
        Tool.Executed(new ToolResult.Unknown("No answer."));
        Tool.Found(new ToolResult.Failed("Too many were sent since to tell.", code));

        var machine = await FailedAsync();

        Assert.Equal((DeadReason.MayHaveHappened, ErrorCodes.MayHaveHappened, ErrorCodes.MayHaveHappened), (machine.Run.DeadReason, machine.Run.ErrorCode, machine.Current!.ErrorCode));
        Assert.StartsWith("Too many were sent since to tell.", machine.Run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HeldForTooLong_IsGivenUp()
    {
        Tool.Executed(new ToolResult.Held("Reconnect it."), new ToolResult.Held("Reconnect it."));
        var machine = Machine();
        await StepAsync(machine);
        Assert.Null(machine.Run.DeadReason);

        Time.Advance(RunLimits.HeldMax + TimeSpan.FromHours(1));
        machine.Resume(asNewAttempt: false);
        await StepAsync(machine);

        Assert.Equal((RunStatus.Failed, DeadReason.GaveUp), (machine.Run.Status, machine.Run.DeadReason));
    }

    [Fact]
    public void BugOfOurOwn_IsInternal()
    {
        var machine = Machine();
        machine.Advance();
        machine.Break(new InvalidOperationException("A bug."));

        Assert.Equal((RunStatus.Failed, DeadReason.Internal), (machine.Run.Status, machine.Run.DeadReason));
    }

    [Fact]
    public void TakenOverTooOften_IsPoison_UntilItsUserRetriesIt()
    {
        var before = Machine();
        before.Advance();
        var machine = Machine(before.Run with { Revision = 1, Takeovers = RunLimits.TakeoversMax }, before.Current!);
        machine.TakeOver();
        Assert.Equal((RunStatus.Failed, DeadReason.Poison), (machine.Run.Status, machine.Run.DeadReason));

        machine.Resume(asNewAttempt: true);

        Assert.Equal((RunStatus.Running, null, 0), (machine.Run.Status, machine.Run.DeadReason, machine.Run.Takeovers));
    }

    private async Task<RunMachine> FailedAsync()
    {
        var machine = Machine();
        await StepAsync(machine);
        while (machine.Run.Status == RunStatus.Waiting)
        {
            machine.Resume(asNewAttempt: false);
            await StepAsync(machine);
        }

        Assert.Equal(RunStatus.Failed, machine.Run.Status);
        return machine;
    }
}
