using Cortex.Model;
using Cortex.Programs;
using Cortex.Storage.Model;
using Cortex.Storage.Runs;
using Cortex.Storage.Units;
using Cortex.Testing;

namespace Cortex.Grains.Tests;

/// <summary>Conditions in words, judged by a model that answers, hangs or is away.</summary>
public sealed class JudgementTests(GrainCluster cluster) : GrainTest(cluster)
{
    private readonly string _word = $"w{Guid.NewGuid():N}";

    private static Condition Urgent { get; } = new AllOf([
        new Comparison("from", Operator.Equals, Literal.Of("test@test.com")),
        new Comparison("subject", Operator.Semantic, Literal.Of("it is urgent")),
    ]);

    [Fact]
    public async Task Condition_ThatHolds_LetsTheStepsBegin_AndItsReasonIsWithTheRun()
    {
        Cluster.Model.When(_word, _ => Verdict(true));
        var unit = await ArrivesAsync();

        var run = await RunAsync(unit, RunStatus.Completed);

        Assert.Equal(StepStatus.Completed, Assert.Single(await StepsAsync(run.Id)).Status);
        Assert.Equal((true, "It says so."), Verdicts(run));
    }

    [Fact]
    public async Task Condition_ThatDoesNotHold_SkipsEveryStep_AndItsReasonIsWithTheRun()
    {
        Cluster.Model.When(_word, _ => Verdict(false));
        var unit = await ArrivesAsync();

        var run = await RunAsync(unit, RunStatus.Completed);

        Assert.Equal(StepStatus.Skipped, Assert.Single(await StepsAsync(run.Id)).Status);
        Assert.Equal((false, "It says so."), Verdicts(run));
        Assert.Equal(1, Cluster.Model.AskedFor(_word));
    }

    [Fact]
    public async Task Condition_IsNotAskedAbout_WhenAnotherFails()
    {
        Cluster.Model.When(_word, _ => Verdict(true));
        await ConnectAsync();
        var unit = await ProgramUnitAsync(Urgent, new Step("none", "{}"));

        var fate = Assert.Single(FatesOf(await DealtWithAsync(await SyncAsync(Email("boss@x.com", _word)))));

        Assert.Equal(("filtered", "boss@x.com"), ((string)fate["fate"]!, (string)fate["saw"]!));
        Assert.Empty(await RunsAsync(unit));
        Assert.Equal(0, Cluster.Model.AskedFor(_word));
    }

    [Fact]
    public async Task Model_ThatHangs_HoldsOneRun_AndNobodyElse()
    {
        var hangs = new TaskCompletionSource<ModelReply>();
        Cluster.Model.When(_word, _ => hangs.Task);
        var unit = await ArrivesAsync();
        var held = await RunAsync(unit, RunStatus.Running);
        await Eventually.TrueAsync(() => Task.FromResult(Cluster.Model.AskedFor(_word) == 1));

        // The same connection and the same unit go on meanwhile.
        var other = $"w{Guid.NewGuid():N}";
        Cluster.Model.When(other, _ => Verdict(true));
        await DealtWithAsync(await SyncAsync(Email(subject: other)));
        Assert.NotEqual(held.Id, (await RunAsync(unit, RunStatus.Completed)).Id);
        Assert.Equal(RunStatus.Running, (await RunsAsync(unit)).Single(run => run.Id == held.Id).Status);

        hangs.SetResult(await Verdict(true));
        await Eventually.TrueAsync(async () => (await RunsAsync(unit)).All(run => run.Status == RunStatus.Completed));
    }

    [Fact]
    public async Task Model_ThatIsBusy_IsAskedAgainLater()
    {
        Cluster.Model.When(_word, asked => asked == 1
            ? Task.FromResult<ModelReply>(new ModelReply.Failed(ModelFailure.RateLimited, "Too many questions.", TimeSpan.FromSeconds(1)))
            : Verdict(true));
        var unit = await ArrivesAsync();

        var run = await RunAsync(unit, RunStatus.Completed);

        Assert.Equal(2, Cluster.Model.AskedFor(_word));
        Assert.Equal((true, "It says so."), Verdicts(run));
    }

    [Fact]
    public async Task StepWithAConditionInWords_IsJudgedWhenItsTurnComes()
    {
        Cluster.Model.When(_word, _ => Verdict(false));
        await ConnectAsync();
        var unit = await ProgramUnitAsync(Condition.Always, new("notify.user", """{"text":"{{ subject }}"}"""), new("notify.user", """{"text":"urgent"}""", Urgent), new("none", "{}"));

        await DealtWithAsync(await SyncAsync(Email(subject: _word)));
        var run = await RunAsync(unit, RunStatus.Completed);

        Assert.Equal([StepStatus.Completed, StepStatus.Skipped, StepStatus.Completed], (await StepsAsync(run.Id)).Select(step => step.Status));
        Assert.Equal(1, Cluster.Model.AskedFor(_word));
    }

    [Fact]
    public async Task Question_OfARun_IsNotedWithWhatItCost_ForItsUnit()
    {
        var reply = new ModelReply.Answered("""{"c1": {"holds": true, "reason": "It says so."} }""", new("scripted", 120, 30, 7));
        Cluster.Model.When(_word, _ => Task.FromResult<ModelReply>(reply));
        var unit = await ArrivesAsync();
        await new ModelUsageStore(Cluster.Db).InsertAsync(new(User, unit, null, "compile", "scripted", 1_000, 200, 50), None);

        await RunAsync(unit, RunStatus.Completed);

        Assert.Equal(new ModelUsageSum(1_120, 230, 57), (await new UnitStore(Cluster.Db).FindViewAsync(User, unit, None))!.ModelUsage);
    }

    private async Task<UnitId> ArrivesAsync()
    {
        await ConnectAsync();
        var unit = await ProgramUnitAsync(Urgent, new Step("none", "{}"));
        Assert.Equal("ran", (string)Assert.Single(FatesOf(await DealtWithAsync(await SyncAsync(Email(subject: _word)))))["fate"]!);
        return unit;
    }

    private static Task<ModelReply> Verdict(bool holds) => Task.FromResult<ModelReply>(new ModelReply.Answered(
        $$"""{"c1": {"holds": {{(holds ? "true" : "false")}}, "reason": "It says so."} }""", new("scripted", 1, 1, null)));

    private static (bool Holds, string Reason) Verdicts(RunRow run)
    {
        var verdict = Assert.Single(Judgement.Read(run.JudgementJson).Verdicts);
        return (verdict.Holds, verdict.Reason);
    }
}
