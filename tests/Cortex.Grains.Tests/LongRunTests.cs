using Cortex.Programs;
using Cortex.Storage.Notifications;
using Cortex.Storage.Runs;

namespace Cortex.Grains.Tests;

/// <summary>Runs that wait, and runs that tell their user something.</summary>
public sealed class LongRunTests(GrainCluster cluster) : GrainTest(cluster)
{
    private static readonly Step Notify = new("notify.user", """{"text":"{{ subject }} came"}""");

    [Fact]
    public async Task Wait_ThatIsShort_EndsByItself_BetweenOtherSteps()
    {
        await ConnectAsync();
        var unit = await ProgramUnitAsync(Condition.Always, Notify, new("wait", """{"duration":"1s"}"""), new("notify.user", """{"text":"until {{ steps[1].output.until }}"}"""));

        await DealtWithAsync(await SyncAsync(Email()));
        var run = await RunAsync(unit, RunStatus.Completed);

        var steps = await StepsAsync(run.Id);
        Assert.All(steps, step => Assert.Equal((StepStatus.Completed, 1), (step.Status, step.Attempts)));
        Assert.True(steps[1].CompletedAt - steps[1].StartedAt >= TimeSpan.FromSeconds(1));
        Assert.StartsWith("until 20", (await NotificationsAsync())[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notification_WithoutAText_SaysWhatSetItOff()
    {
        await ConnectAsync();
        var unit = await ProgramUnitAsync(Condition.Always, new Step("notify.user", """{"text":"{{ subject }}"}"""));

        await DealtWithAsync(await SyncAsync(Email(subject: "")));

        await RunAsync(unit, RunStatus.Completed);
        Assert.Contains("set off by an email from test@test.com", Assert.Single(await NotificationsAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wait_ThatIsLong_IsARowAndNothingElse_AndGoesOnWhenItIsDue_NotFromTheStart()
    {
        await ConnectAsync();
        var unit = await ProgramUnitAsync(Condition.Always, new Step("wait", """{"duration":"48h"}"""), Notify);
        await DealtWithAsync(await SyncAsync(Email()));
        var waiting = await RunAsync(unit, RunStatus.Waiting);
        var step = Assert.Single(await StepsAsync(waiting.Id));
        Assert.Equal((StepStatus.Running, 1), (step.Status, step.Attempts));
        Assert.Equal(step.StartedAt.AddHours(48), waiting.ResumeAt!.Value, TimeSpan.FromMilliseconds(1));

        // A poke in between does not end it, and does not begin it anew.
        await Cluster.Grains.Run(waiting.Id).PokeAsync(None);
        Assert.Equal(waiting.ResumeAt, (await RunAsync(unit, RunStatus.Waiting)).ResumeAt);

        // Two days pass for the rows; recovery finds the run by them alone.
        await ExecuteAsync(
            $"""
             UPDATE runs SET resume_at = resume_at - interval '48 hours' WHERE id = '{waiting.Id.Value}';
             UPDATE run_steps SET started_at = started_at - interval '48 hours' WHERE run_id = '{waiting.Id.Value}'
             """);

        await RunAsync(unit, RunStatus.Completed);
        Assert.Single(await NotificationsAsync());
    }

    [Fact]
    public async Task Wait_CanBeCanceled()
    {
        await ConnectAsync();
        var unit = await ProgramUnitAsync(Condition.Always, new Step("wait", """{"duration":"20s"}"""), Notify);
        await DealtWithAsync(await SyncAsync(Email()));
        var waiting = await RunAsync(unit, RunStatus.Waiting);

        Assert.False((await Cluster.Grains.Run(waiting.Id).CancelAsync(User, None)).IsRefused);

        Assert.Equal(RunStatus.Canceled, Assert.Single(await RunsAsync(unit)).Status);
        Assert.Equal(StepStatus.Failed, Assert.Single(await StepsAsync(waiting.Id)).Status);
        Assert.Empty(await NotificationsAsync());
    }

    [Fact]
    public async Task Notification_OfAStepThatIsRepeatedAfterACrash_IsToldOnce()
    {
        await ConnectAsync();
        var unit = await ProgramUnitAsync(Condition.Always, Notify);
        await DealtWithAsync(await SyncAsync(Email(subject: "Hello")));
        var done = await RunAsync(unit, RunStatus.Completed);

        // As kill -9 between the effect and its note leaves it.
        await ExecuteAsync(
            $"""
             UPDATE runs SET status = 'running', completed_at = NULL, updated_at = now() - interval '1 minute' WHERE id = '{done.Id.Value}';
             UPDATE run_steps SET status = 'running', output = NULL, completed_at = NULL, call_result = NULL WHERE run_id = '{done.Id.Value}'
             """);
        await RunAsync(unit, RunStatus.Completed);

        var told = Assert.Single(await NotificationsAsync());
        Assert.Equal(("Hello came", done.Id, unit), (told.Text, told.Run, told.Unit));
    }

    private Task<List<NotificationRow>> NotificationsAsync() => new NotificationStore(Cluster.Db).ListAsync(User, new(100, null), None);

    private async Task ExecuteAsync(string sql)
    {
        await using var command = Cluster.Db.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
