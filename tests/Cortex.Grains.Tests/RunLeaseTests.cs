using Cortex.Programs;
using Cortex.Runs;
using Cortex.Storage.Runs;
using Cortex.Testing;

namespace Cortex.Grains.Tests;

/// <summary>What is under way at a provider is neither asked about nor done again before its time is over, and what was canceled goes no further. A provider may take 3 s here, and a lease lasts 6 s.</summary>
public sealed class RunLeaseTests(GrainCluster cluster) : GrainTest(cluster)
{
    private static readonly Step Reply = new("gmail.reply", """{"body":"Thank you"}""");
    private static readonly Step Archive = new("gmail.archive", "{}");

    [Fact]
    public async Task ProviderThatAnswersTooLate_IsAskedAfterTheLease_AndSendsOnce()
    {
        await ConnectAsync();
        var unit = await ProgramUnitAsync(Condition.Always, Reply);
        await FaultAsync(new { match = "/drafts/send", times = 1, delayMs = 4_500 });

        await DealtWithAsync(await SyncAsync(Email()));
        var waiting = await RunAsync(unit, RunStatus.Waiting);
        Assert.Equal((waiting.Lease!.Until, CallResult.Unknown), (waiting.ResumeAt!.Value, Assert.Single(await StepsAsync(waiting.Id)).CallResult));
        Assert.Equal(6, (waiting.Lease.Until - waiting.Lease.CalledAt).TotalSeconds, precision: 2);

        var run = await RunAsync(unit, RunStatus.Completed);
        Assert.Equal((2, CallResult.Done), (Assert.Single(await StepsAsync(run.Id)).Attempts, (await StepsAsync(run.Id))[0].CallResult));
        Assert.Null(run.Lease);
        Assert.Equal(1, await SentAsync());
    }

    [Fact]
    public async Task RunThatWasLeftBehind_IsTakenOverWhenItsLeaseIsOver()
    {
        var (unit, run) = await RunLeftBehindAsync(TimeSpan.FromSeconds(4));

        var completed = await RunAsync(unit, RunStatus.Completed);
        Assert.True(completed.CompletedAt > run.Lease!.Until, $"{completed.CompletedAt:O} is before {run.Lease.Until:O}.");
        Assert.Equal(1, completed.Takeovers);
        Assert.Equal(1, await SentAsync());
    }

    [Fact]
    public async Task RunThatBroughtDownItsOwnersThreeTimes_IsParked()
    {
        var (unit, _) = await RunLeftBehindAsync(TimeSpan.FromSeconds(-1), takeovers: RunLimits.TakeoversMax);

        var parked = await RunAsync(unit, RunStatus.Failed);

        Assert.StartsWith("This was interrupted 4 times in a row", parked.Error, StringComparison.Ordinal);
        Assert.Equal(1, await SentAsync()); // the one of before
    }

    [Fact]
    public async Task CancelDuringACall_LetsItEnd_AndNothingFollows()
    {
        await ConnectAsync();
        var unit = await ProgramUnitAsync(Condition.Always, Reply, Archive);
        await FaultAsync(new { match = "/drafts/send", times = 1, delayMs = 2_500 });
        await DealtWithAsync(await SyncAsync(Email()));
        var running = await RunAsync(unit, RunStatus.Running);

        Assert.False((await Cluster.Grains.Run(running.Id).CancelAsync(User, None)).IsRefused);

        var canceled = await RunAsync(unit, RunStatus.Canceled);
        Assert.Equal([("gmail.reply", StepStatus.Completed)], (await StepsAsync(canceled.Id)).Select(step => (step.Tool, step.Status)));
        Assert.Equal(1, await SentAsync());
        Assert.Equal(RefusalKind.Conflict, (await Cluster.Grains.Run(running.Id).CancelAsync(User, None)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await Cluster.Grains.Run(running.Id).CancelAsync(new("somebody-else"), None)).Refusal!.Kind);
    }

    /// <summary>Its silo stood still, perhaps; whoever went on with the run has written its row meanwhile.</summary>
    [Fact]
    public async Task RunThatIsOvertakenDuringACall_GoesNoFurther_AndLeavesTheRowAlone()
    {
        await ConnectAsync();
        var unit = await ProgramUnitAsync(Condition.Always, Archive, Reply);
        await FaultAsync(new { match = "/modify", times = 1, delayMs = 1_500 });
        await DealtWithAsync(await SyncAsync(Email()));
        var running = await RunAsync(unit, RunStatus.Running);

        // Of a run that is under way in memory a retry is refused; once its memory is left, the row says that this retry was asked for before.
        await using (var other = Cluster.Db.CreateCommand($"UPDATE runs SET status = 'canceled', completed_at = now(), revision = revision + 1, retry_key = 'other' WHERE id = '{running.Id.Value}'"))
        {
            await other.ExecuteNonQueryAsync();
        }

        Assert.Equal(RefusalKind.Conflict, (await Cluster.Grains.Run(running.Id).RetryOnceAsync(User, "other", None)).Refusal!.Kind);
        await Eventually.TrueAsync(async () => !(await Cluster.Grains.Run(running.Id).RetryOnceAsync(User, "other", None)).IsRefused);

        var row = (await new RunStore(Cluster.Db).FindAsync(running.Id, None))!;
        Assert.Equal((RunStatus.Canceled, running.Revision + 1), (row.Status, row.Revision));
        Assert.Equal([("gmail.archive", StepStatus.Running)], (await StepsAsync(running.Id)).Select(step => (step.Tool, step.Status)));
        Assert.Equal(0, await SentAsync());
    }

    /// <summary>Each of its requests is answered in time. A tool may take 4 s here.</summary>
    [Fact]
    public async Task ToolThatTakesTooLong_IsGivenUp_AndTriedAgain()
    {
        await ConnectAsync();
        var unit = await UnitAsync("when: email from test@test.com then: add label \"Slow\"");
        await FaultAsync(new { match = "/proxy/gmail", times = 2, delayMs = 2_500 });
        await DealtWithAsync(await SyncAsync(Email()));
        var run = Assert.Single(await RunsAsync(unit));

        var step = await Eventually.GetAsync(async () => (await StepsAsync(run.Id)).FirstOrDefault(s => s is { Attempts: 2 } or { Status: StepStatus.Completed }));

        Assert.Equal("There was no answer within 4 s.", Assert.Single(StepFailure.Read(step.FailuresJson)).Error);
    }

    /// <summary>The row decides, not the memory of the one who answered.</summary>
    [Theory]
    [InlineData(RunStatus.Running)]
    [InlineData(RunStatus.Waiting)]
    public async Task CancelThatWasAnsweredBeforeACrash_IsKept(string status)
    {
        var (unit, run) = await RunLeftBehindAsync(TimeSpan.FromSeconds(-1), status: status, isCancelRequested: true);

        var canceled = await RunAsync(unit, RunStatus.Canceled);

        Assert.Equal((run.Id, false), (canceled.Id, canceled.IsCancelRequested));
        Assert.Equal(1, await SentAsync()); // the one of before
    }

    /// <summary>A run whose mail went out once, and was then taken out of the mailbox, as the crash of its silo during that call would leave it.</summary>
    private async Task<(UnitId Unit, RunRow Run)> RunLeftBehindAsync(TimeSpan left, int takeovers = 0, string status = RunStatus.Running, bool isCancelRequested = false)
    {
        await ConnectAsync();
        var unit = await ProgramUnitAsync(Condition.Always, Reply);
        await DealtWithAsync(await SyncAsync(Email()));
        var done = await RunAsync(unit, RunStatus.Completed);
        await using var crash = Cluster.Db.CreateCommand(
            $"""
             UPDATE run_steps SET status = 'running', output = NULL, completed_at = NULL, call_result = NULL WHERE run_id = '{done.Id.Value}';
             UPDATE runs SET status = '{status}', completed_at = NULL, updated_at = now() - interval '1 minute', takeovers = {takeovers},
                    resume_at = {(status == RunStatus.Waiting ? "now() + interval '1 hour'" : "NULL")},
                    cancel_requested_at = {(isCancelRequested ? "now() - interval '1 minute'" : "NULL")},
                    lease_owner = 'a silo that died', called_at = now(), lease_until = clock_timestamp() + interval '{left.TotalSeconds} seconds'
             WHERE id = '{done.Id.Value}'
             """);
        await crash.ExecuteNonQueryAsync();
        return (unit, (await new RunStore(Cluster.Db).FindAsync(done.Id, None))!);
    }
}
