using Cortex.Core.Tests.Support;
using Cortex.Core.Tests.Tools;
using Cortex.Model;
using Cortex.Programs;
using Cortex.Programs.Templates;
using Cortex.Runs;
using Cortex.Storage.Runs;
using Cortex.Tools;
using Cortex.Tools.Ai;
using Cortex.Tools.Wait;

namespace Cortex.Core.Tests.Runs;

/// <summary>The state machine without its table.</summary>
public sealed class RunMachineTests
{
    private static readonly Step Nothing = new("none", "{}");
    private static readonly Comparison Urgent = new("subject", Operator.Semantic, Literal.Of("it is urgent"));

    [Fact]
    public async Task Wait_MakesTheRunWait_WithoutAnAttempt()
    {
        var machine = Machine(new ScriptedModel(), new(1, Trigger(Condition.Always), [new("wait", """{"duration":"2h"}"""), Nothing]));

        machine.Advance();
        Assert.Equal((RunStatus.Running, "wait"), (machine.Run.Status, machine.Current?.Tool));
        await machine.CallAsync(CancellationToken.None);

        Assert.Equal((RunStatus.Waiting, ToolBench.StartedAt.AddHours(2)), (machine.Run.Status, machine.Run.ResumeAt));
        Assert.Equal((StepStatus.Running, 1), (machine.Current!.Status, machine.Current.Attempts));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Trigger_WithAConditionInWords_IsJudgedFirst_AndEndsTheRunEitherWay(bool holds)
    {
        var model = new ScriptedModel(Verdict(holds));
        var machine = Machine(model, new(1, Trigger(Urgent), [Nothing]));

        machine.Advance();
        Assert.False(machine.HasEnded);
        await machine.CallAsync(CancellationToken.None);
        machine.Advance();

        Assert.Equal((RunStatus.Completed, (string?)null), (machine.Run.Status, machine.Run.Error));
        var judged = Assert.Single(Judgement.Read(machine.Run.JudgementJson).Verdicts);
        Assert.Equal(("subject", "it is urgent", holds, "It says so."), (judged.Field, judged.Value, judged.Holds, judged.Reason));
        Assert.Equal(holds ? null : new UnmetCondition("subject fits \"it is urgent\"", "It says so."), Judgement.Read(machine.Run.JudgementJson).Unmet);
        Assert.Single(model.Questions);
    }

    [Fact]
    public async Task Verdicts_AreNotAskedForAgain_ByWhoeverTakesTheRunUp()
    {
        var program = new CortexProgram(1, Trigger(Urgent), [new("wait", """{"duration":"2h"}""", Urgent)]);
        var model = new ScriptedModel(Verdict(true));
        var first = Machine(model, program);
        first.Advance();
        await first.CallAsync(CancellationToken.None);

        var second = new RunMachine(first.Run, [], program, ToolBench.Email(), Engine(model));
        second.Advance();

        Assert.Equal("wait", second.Current?.Tool);
        Assert.Single(model.Questions);
    }

    [Fact]
    public void Condition_ThatIsCertain_AsksNobody()
    {
        var model = new ScriptedModel();
        var fits = new Comparison("from", Operator.Equals, Literal.Of("ada@example.com"));
        var machine = Machine(model, new(1, Trigger(new AnyOf([fits, Urgent])), [new("none", "{}", new AllOf([new NotOf(fits), Urgent]))]));

        machine.Advance();

        Assert.Equal(RunStatus.Completed, machine.Run.Status);
        Assert.Empty(model.Questions);
    }

    [Fact]
    public async Task Model_ThatIsAway_MakesTheRunWait_AndInTheEndFail()
    {
        var away = new ModelReply.Failed(ModelFailure.RateLimited, "Too many questions.", TimeSpan.FromMinutes(9));
        var machine = Machine(new ScriptedModel([.. Enumerable.Repeat(away, RunLimits.StepAttemptsMax)]), new(1, Trigger(Urgent), [Nothing]));

        for (var attempt = 1; attempt < RunLimits.StepAttemptsMax; attempt++)
        {
            machine.Advance();
            await machine.CallAsync(CancellationToken.None);
            Assert.Equal(RunStatus.Waiting, machine.Run.Status);
            Assert.InRange(machine.Run.ResumeAt!.Value, ToolBench.StartedAt.AddMinutes(9), ToolBench.StartedAt.AddMinutes(9).AddSeconds(1));
            machine.Resume(asNewAttempt: false);
        }

        machine.Advance();
        await machine.CallAsync(CancellationToken.None);

        Assert.Equal((RunStatus.Failed, "A condition could not be judged: Too many questions."), (machine.Run.Status, machine.Run.Error));
        Assert.Null(machine.Current);
        Assert.Equal(0, Judgement.Read(machine.Run.JudgementJson).Attempts); // a retry begins anew
    }

    [Fact]
    public async Task Question_HoldsAllOpenConditions_AndTheItemAsData()
    {
        var model = new ScriptedModel(ScriptedModel.Answer("""{"c1":{"holds":true,"reason":"a"},"c2":{"holds":false,"reason":"b"}}"""));
        var late = new Comparison("item", Operator.Semantic, Literal.Of("somebody is late"));
        var machine = Machine(model, new(1, Trigger(new AllOf([Urgent, new NotOf(late)])), [Nothing]));

        machine.Advance();
        await machine.CallAsync(CancellationToken.None);
        machine.Advance();

        Assert.Equal(RunStatus.Completed, machine.Run.Status);
        var question = Assert.Single(model.Questions);
        Assert.Contains("Invoice 7", question.DataJson, StringComparison.Ordinal);
        Assert.DoesNotContain("Invoice 7", question.Instructions, StringComparison.Ordinal);
        Assert.Equal(2, Judgement.Read(machine.Run.JudgementJson).Verdicts.Count);
    }

    private static ModelReply Verdict(bool holds) => ScriptedModel.Answer($$"""{"c1": {"holds": {{(holds ? "true" : "false")}}, "reason": "It says so."} }""");

    private static Trigger Trigger(Condition where) => new(Providers.Gmail, "email.received", where);

    private static RunMachine Machine(ScriptedModel model, CortexProgram program)
    {
        var item = ToolBench.Email();
        var row = new RunRow(
            RunId.New(ToolBench.StartedAt), new("ada"), UnitId.New(ToolBench.StartedAt), "A unit", 1, DeliveryId.New(ToolBench.StartedAt), item.Connection, "c-1", "google-mail-ynxw",
            RunStatus.Running, 0, 1, RunItem.Write(item), null, null, null, ToolBench.StartedAt, ToolBench.StartedAt, null);
        return new(row, [], program, item, Engine(model));
    }

    private static RunEngine Engine(ScriptedModel model)
    {
        var clock = new FixedClock(ToolBench.StartedAt);
        return new(new ToolRegistry([new NoneTool(), new WaitTool(clock)]), new TemplateRenderer(new TemplateParser()), new SemanticJudge(RunModels.Of(model)), new NoAccounts(), [], RunModels.Times, RunModels.Owner, clock);
    }
}
