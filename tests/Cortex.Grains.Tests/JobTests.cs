using Cortex.Jobs;
using Cortex.Programs;
using Cortex.Storage.DeadLetters;
using Cortex.Storage.Jobs;
using Cortex.Storage.Runs;
using Cortex.Testing;

namespace Cortex.Grains.Tests;

/// <summary>Work on many runs at once: each is asked for once, whatever crashes meanwhile.</summary>
public sealed class JobTests(GrainCluster cluster) : GrainTest(cluster)
{
    private static readonly Step Notify = new("notify.user", """{"text":"Look"}""");

    private static readonly Step Wait = new("wait", """{"duration":"2h"}""");

    [Fact]
    public async Task Retry_TakesUpAllThatFailed_AndSaysHowFarItHasCome()
    {
        var unit = await FailedRunsAsync(JobLimits.PageSize + 5);
        var other = (await RunsAsync(unit))[0];
        await ExecuteAsync($"UPDATE runs SET status = 'canceled', error = NULL WHERE id = '{other.Id.Value}'");

        var job = await CompletedAsync(await StartAsync(JobKind.RetryRuns, new(Unit: unit)));

        Assert.Equal((JobLimits.PageSize + 4, JobLimits.PageSize + 4, 0, null), (job.Total, job.Done, job.Failed, job.Error));
        await Eventually.TrueAsync(async () => (await RunsAsync(unit)).Count(run => run is { Status: RunStatus.Completed, Attempt: 2 }) == job.Total);
        Assert.Equal((RunStatus.Canceled, 1), ((await RunsAsync(unit)).Single(run => run.Id == other.Id).Status, other.Attempt));
    }

    [Fact]
    public async Task Cancel_EndsAllThatWait()
    {
        await ConnectAsync();
        var unit = await ProgramUnitAsync(Condition.Always, Wait);
        await DealtWithAsync(await SyncAsync([.. Enumerable.Range(0, 5).Select(n => Email(subject: $"{n}"))]));
        await Eventually.TrueAsync(async () => (await RunsAsync(unit)).Count(run => run.Status == RunStatus.Waiting) == 5);

        var job = await CompletedAsync(await StartAsync(JobKind.CancelRuns, new()));

        Assert.Equal((5, 0), (job.Done, job.Failed));
        Assert.All(await RunsAsync(unit), run => Assert.Equal(RunStatus.Canceled, run.Status));
    }

    [Fact]
    public async Task DeadLetters_OfOneReason_AreDrivenAgain_EventsAndRuns()
    {
        var unit = await FailedRunsAsync(2, DeadReason.GaveUp);
        var poison = (await RunsAsync(unit))[0];
        await ExecuteAsync($"UPDATE runs SET dead_reason = '{DeadReason.Poison}' WHERE id = '{poison.Id.Value}'");
        var e = await SyncAsync(Email(subject: "Once more"));
        await ExecuteAsync($"UPDATE events SET status = 'failed', outcome = 'failed', processed_at = now(), dead_reason = '{DeadReason.GaveUp}' WHERE id = '{e.Value}'");

        var job = await CompletedAsync(await StartAsync(JobKind.RetryDeadLetters, new(Reason: DeadReason.GaveUp)));

        Assert.Equal((2, 2), (job.Total, job.Done));
        Assert.Equal("ran", (await ProcessedAsync(e)).Outcome);
        await Eventually.TrueAsync(async () => (await RunsAsync(unit)).Count(run => run.Status == RunStatus.Completed) == 2);
        Assert.Equal(poison.Id.Value, Assert.Single(await new DeadLetterStore(Cluster.Db).ListAsync(User, new(10, null), new(), None)).Id);
    }

    [Fact]
    public async Task JobThatItsSiloLeftInThePage_IsTakenUpByRecovery_AndAsksForNothingTwice()
    {
        var unit = await FailedRunsAsync(3);
        var runs = await RunsAsync(unit);
        var id = JobId.New(TimeProvider.System.GetUtcNow());

        // Two of the page were asked for: one is done, and one has failed since. Nothing of it is noted.
        await ExecuteAsync($"UPDATE runs SET attempt = 2, retry_key = '{id}' WHERE id = '{runs[0].Id.Value}'");
        await ExecuteAsync($"UPDATE runs SET attempt = 2, retry_key = '{id}', status = 'completed', error = NULL WHERE id = '{runs[1].Id.Value}'");
        await MadeAsync(id, User, JobKind.RetryRuns, [.. runs.Select(run => run.Id.Value)]);

        var job = await CompletedAsync(id);

        Assert.Equal((3, 0), (job.Done, job.Failed));
        await Eventually.TrueAsync(async () => (await RunsAsync(unit)).Single(run => run.Id == runs[2].Id).Status == RunStatus.Completed);
        Assert.All(await RunsAsync(unit), run => Assert.Equal(2, run.Attempt));
        Assert.Equal(RunStatus.Failed, (await RunsAsync(unit)).Single(run => run.Id == runs[0].Id).Status);
    }

    [Fact]
    public async Task OperatorsJob_IsTakenUpByRecovery_OverAllUsers()
    {
        var unit = await FailedRunsAsync(1, DeadReason.Internal);
        var run = Assert.Single(await RunsAsync(unit));
        var id = JobId.New(TimeProvider.System.GetUtcNow());
        await MadeAsync(id, null, JobKind.RetryDeadLetters, [run.Id.Value, Guid.NewGuid()]);

        await Eventually.TrueAsync(async () => (await new JobStore(Cluster.Db).FindAsync(null, id, None))!.Status == JobStatus.Completed);

        var job = (await new JobStore(Cluster.Db).FindAsync(null, id, None))!;
        Assert.Equal((1, 1, "It is not kept any more."), (job.Done, job.Failed, job.Error));
        await RunAsync(unit, RunStatus.Completed);
    }

    [Fact]
    public async Task RunThatCannotBeHadAgain_IsCountedWithItsReason()
    {
        await ConnectAsync();
        var unit = await UnitAsync();
        await DealtWithAsync(await SyncAsync(Email()));
        var run = await RunAsync(unit, RunStatus.Completed);
        var id = JobId.New(TimeProvider.System.GetUtcNow());
        await MadeAsync(id, User, JobKind.CancelRuns, [run.Id.Value]);

        var job = await CompletedAsync(id);

        Assert.Equal((0, 1, $"{run.Id}: The run has ended; it is completed."), (job.Done, job.Failed, job.Error));
    }

    [Fact]
    public async Task Start_WithAKey_IsOneJob_AndOnlyForTheSameRequest()
    {
        var first = await Cluster.Grains.Jobs(User).StartAsync(new(JobKind.RetryRuns, new(), "key"), None);
        var second = await Cluster.Grains.Jobs(User).StartAsync(new(JobKind.RetryRuns, new(), "key"), None);
        var other = await Cluster.Grains.Jobs(User).StartAsync(new(JobKind.CancelRuns, new(), "key"), None);

        Assert.Equal(first.Value, second.Value);
        Assert.Equal(RefusalKind.Conflict, other.Refusal!.Kind);
        Assert.Equal(JobStatus.Completed, (await new JobStore(Cluster.Db).FindAsync(User, first.Value, None))!.Status);
    }

    /// <summary>Two activations look for the key and find nothing; then both make a job.</summary>
    [Fact]
    public async Task Start_WithAKeyThatAnotherActivationUsesAtThisMoment_IsTheSameJob()
    {
        var id = JobId.New(TimeProvider.System.GetUtcNow());
        await using var other = await Cluster.Db.OpenConnectionAsync();
        await using var transaction = await other.BeginTransactionAsync();
        await using var insert = other.CreateCommand();
        insert.CommandText =
            $"INSERT INTO jobs (id, user_id, kind, filter, status, items, total, idempotency_key, completed_at) VALUES ('{id.Value}', '{User}', 'retry_runs', '{{}}', 'completed', '{{}}', 0, 'key', now())";
        await insert.ExecuteNonQueryAsync();

        var asked = Cluster.Grains.Jobs(User).StartAsync(new(JobKind.RetryRuns, new(), "key"), None);
        await Eventually.TrueAsync(async () => await Cluster.ScalarAsync<long>("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%INSERT INTO jobs%'") > 0);
        await transaction.CommitAsync();

        Assert.Equal(id, (await asked).Value);
    }

    [Fact]
    public async Task Start_WithTooManyUnderWay_IsRefused()
    {
        await ExecuteAsync(
            $$"""
             INSERT INTO jobs (id, user_id, kind, filter, status, items, total, updated_at)
             SELECT gen_random_uuid(), '{{User}}', 'retry_runs', '{}', 'running', '{}', 1, now() + interval '1 hour' FROM generate_series(1, {{JobLimits.OpenMax}})
             """);

        Assert.Equal(RefusalKind.Conflict, (await Cluster.Grains.Jobs(User).StartAsync(new(JobKind.RetryRuns, new(), null), None)).Refusal!.Kind);
    }

    private async Task<JobId> StartAsync(string kind, JobFilter filter)
    {
        var answer = await Cluster.Grains.Jobs(User).StartAsync(new(kind, filter, null), None);
        Assert.False(answer.IsRefused, answer.Refusal?.Sentence);
        return answer.Value;
    }

    private Task<JobRow> CompletedAsync(JobId id) =>
        Eventually.GetAsync(async () => await new JobStore(Cluster.Db).FindAsync(User, id, None) is { Status: JobStatus.Completed } job ? job : null);

    /// <summary>A job as it is left by whoever made it, and told nobody.</summary>
    private async Task MadeAsync(JobId id, UserId? user, string kind, IReadOnlyList<Guid> items) =>
        Assert.True(await new JobStore(Cluster.Db).InsertAsync(new(id, user, kind, JobFilterJson.Write(new()), items, IsPartial: false, null), None));

    /// <summary>Runs that failed, and would not now.</summary>
    private async Task<UnitId> FailedRunsAsync(int count, string? deadReason = null)
    {
        await ConnectAsync();
        var unit = await ProgramUnitAsync(Condition.Always, Notify);
        await DealtWithAsync(await SyncAsync([.. Enumerable.Range(0, count).Select(n => Email(subject: $"{n}"))]));
        await Eventually.TrueAsync(async () => (await RunsAsync(unit)).Count(run => run.Status == RunStatus.Completed) == count);
        var reason = deadReason is null ? "NULL" : $"'{deadReason}'";
        await ExecuteAsync($"UPDATE run_steps SET status = 'failed', error = 'No.', output = NULL, call_result = 'not_done' WHERE run_id IN (SELECT id FROM runs WHERE unit_id = '{unit.Value}')");
        await ExecuteAsync($"UPDATE runs SET status = 'failed', error = 'No.', dead_reason = {reason} WHERE unit_id = '{unit.Value}'");
        return unit;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = Cluster.Db.CreateCommand(sql);
        Assert.True(await command.ExecuteNonQueryAsync() > 0);
    }
}
