using Cortex.Storage.Changes;
using Cortex.Storage.DeadLetters;
using Cortex.Storage.Jobs;
using Cortex.Storage.Runs;
using Cortex.Testing;

namespace Cortex.Storage.Tests;

public sealed class JobStoreTests(PostgresFixture postgres) : StorageTest(postgres)
{
    private static readonly UserId Bob = new("bob");

    [Fact]
    public async Task A_job_gets_on_page_by_page_to_its_end_and_whoever_is_behind_changes_nothing()
    {
        var jobs = new JobStore(Db);
        var items = Enumerable.Range(0, 5).Select(_ => Guid.NewGuid()).ToList();
        var id = await MadeAsync(Ada, items);

        var job = (await jobs.FindFirstOpenAsync(Ada, None))!;
        Assert.Equal((id, JobStatus.Running, 5, 0), (job.Id, job.Status, job.Total, job.Position));
        Assert.Equal(items.Take(3), await jobs.ListItemsAsync(id, 0, 3, None));
        Assert.True(await jobs.AdvanceAsync(job, new(2, 1, "One was gone."), None));
        Assert.False(await jobs.AdvanceAsync(job, new(3, 0, null), None));

        job = (await jobs.FindAsync(Ada, id, None))!;
        Assert.Equal((2, 1, "One was gone.", 3), (job.Done, job.Failed, job.Error, job.Position));
        Assert.Equal(items.Skip(3), await jobs.ListItemsAsync(id, job.Position, 3, None));
        Assert.True(await jobs.AdvanceAsync(job, new(2, 0, null), None));

        job = (await jobs.FindAsync(Ada, id, None))!;
        Assert.Equal((JobStatus.Completed, 4, 1, "One was gone."), (job.Status, job.Done, job.Failed, job.Error));
        Assert.NotNull(job.CompletedAt);
        Assert.Empty(await jobs.ListItemsAsync(id, 0, 5, None));
        Assert.Null(await jobs.FindFirstOpenAsync(Ada, None));
        Assert.Null(await jobs.FindAsync(Bob, id, None));
        Assert.Null(await jobs.FindAsync(null, id, None));
    }

    [Fact]
    public async Task A_job_of_nothing_is_completed_as_it_is_made()
    {
        var id = await MadeAsync(Ada, []);

        Assert.Equal((JobStatus.Completed, 0), ((await new JobStore(Db).FindAsync(Ada, id, None))!.Status, (await new JobStore(Db).FindAsync(Ada, id, None))!.Total));
    }

    [Fact]
    public async Task Jobs_that_nobody_works_at_are_found_by_their_owner_the_operators_among_them()
    {
        var jobs = new JobStore(Db);
        await MadeAsync(Ada, [Guid.NewGuid()]);
        await MadeAsync(Ada, [Guid.NewGuid()]);
        await MadeAsync(Bob, []);
        await MadeAsync(null, [Guid.NewGuid()]);

        Assert.Equal([null, Ada], (await jobs.ListStaleAsync(TimeSpan.Zero, 10, None)).OrderBy(u => u?.Value));
        Assert.Empty(await jobs.ListStaleAsync(TimeSpan.FromHours(1), 10, None));
        Assert.Equal(2, await jobs.CountOpenAsync(Ada, None));
        Assert.NotNull(await jobs.FindFirstOpenAsync(null, None));
    }

    [Fact]
    public async Task The_key_of_a_request_finds_its_job_and_no_two_jobs_of_a_user_have_the_same()
    {
        var jobs = new JobStore(Db);
        NewJob Job(UserId user) => new(JobId.New(TimeProvider.System.GetUtcNow()), user, JobKind.RetryRuns, "{}", [], IsPartial: false, "key");
        var first = Job(Ada);

        Assert.True(await jobs.InsertAsync(first, None));
        Assert.False(await jobs.InsertAsync(Job(Ada), None));
        Assert.True(await jobs.InsertAsync(Job(Bob), None));

        Assert.Equal(first.Id, (await jobs.FindByIdempotencyKeyAsync(Ada, "key", None))!.Id);
        Assert.Null(await jobs.FindByIdempotencyKeyAsync(Ada, "other", None));
    }

    [Fact]
    public async Task Old_jobs_are_deleted_unless_they_are_not_done()
    {
        await MadeAsync(Ada, []);
        await MadeAsync(Ada, [Guid.NewGuid()]);
        await ExecuteAsync("UPDATE jobs SET created_at = now() - interval '40 days', completed_at = completed_at - interval '40 days'");

        Assert.Equal(1, await new JobStore(Db).DeleteOldAsync(30, 10, None));
        Assert.Equal(0, await new JobStore(Db).DeleteOldAsync(30, 10, None));
    }

    [Fact]
    public async Task A_jobs_progress_is_a_change_of_its_users()
    {
        var (jobs, changes) = (new JobStore(Db), new ChangeStore(Db));
        var begin = await changes.NowAsync(None);
        var id = await MadeAsync(Ada, [Guid.NewGuid(), Guid.NewGuid()]);
        await MadeAsync(null, [Guid.NewGuid()]);
        var made = Assert.Single((await changes.ReadAsync([new(Ada, begin)], None)).OfUsers[0].Changes);

        await jobs.AdvanceAsync((await jobs.FindAsync(Ada, id, None))!, new(1, 0, null), None);

        var changed = Assert.Single((await changes.ReadAsync([new(Ada, begin), new(Bob, begin)], None)).OfUsers[0].Changes);
        Assert.Equal((ChangeKind.Job, id.Value), (changed.Kind, changed.Id));
        Assert.True(changed.Version != made.Version && changed.At > made.At);
        Assert.Equal(id, Assert.Single(await jobs.FindAllAsync(Ada, [id], None)).Id);
        Assert.Empty(await jobs.FindAllAsync(Bob, [id], None));
    }

    [Fact]
    public async Task Runs_are_picked_by_what_is_to_be_done_with_them_the_oldest_first()
    {
        var now = TimeProvider.System.GetUtcNow();
        var unit = UnitId.New(now);
        var runs = new List<RunRow>();
        foreach (var (status, n) in RunStatus.All.Select((status, n) => (status, n)))
        {
            runs.Add(Run(Ada, unit, RunId.New(now.AddMinutes(-n)), status) with { ResumeAt = status == RunStatus.Waiting ? now : null });
        }

        runs.Add(Run(Ada, UnitId.New(now), RunId.New(now.AddMinutes(-10)), RunStatus.Failed) with { DeadReason = DeadReason.Poison });
        runs.Add(Run(Bob, unit, status: RunStatus.Failed));
        await WriteAsync(runs);
        var selection = new JobSelection(Db);

        foreach (var (kind, filter, limit, expected) in new (string, JobFilter, int, int[])[]
        {
            (JobKind.RetryRuns, new(), 10, [6, 4]),
            (JobKind.RetryRuns, new(), 1, [6]),
            (JobKind.RetryRuns, new(Status: RunStatus.Canceled), 10, [5]),
            (JobKind.RetryRuns, new(Unit: unit), 10, [4]),
            (JobKind.RetryRuns, new(Reason: DeadReason.Poison), 10, [6]),
            (JobKind.RetryRuns, new(From: now.AddMinutes(-5)), 10, [4]),
            (JobKind.CancelRuns, new(), 10, [2, 1, 0]),
            (JobKind.CancelRuns, new(Status: RunStatus.Waiting), 10, [2]),
            (JobKind.CancelRuns, new(To: now.AddMinutes(-1)), 10, [2]),
            (JobKind.RetryDeadLetters, new(), 10, [6]),
            (JobKind.RetryDeadLetters, new(Reason: DeadReason.GaveUp), 10, []),
        })
        {
            Assert.Equal(expected.Select(n => runs[n].Id.Value), await selection.PickAsync(kind, Ada, filter, limit, None));
        }

        Assert.Equal([runs[6].Id.Value], await selection.PickAsync(JobKind.RetryDeadLetters, null, new(), 10, None));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => selection.PickAsync(JobKind.CancelRuns, null, new(), 10, None));
    }

    [Fact]
    public async Task Targets_say_whose_they_are_and_what_is_gone_is_left_out()
    {
        var run = Run(Ada, UnitId.New(TimeProvider.System.GetUtcNow()));
        await WriteAsync([run]);
        var e = Event(await ConnectAsync(Bob, "mailbox"));
        using (var inbox = new Deliveries.DeliveryInbox(Db))
        {
            await inbox.StartAsync(None);
            await inbox.CommitAsync(e, None);
            await inbox.StopAsync(None);
        }

        var targets = await new JobSelection(Db).ListTargetsAsync([run.Id.Value, Guid.NewGuid(), e.Id.Value], None);

        Assert.Equal(new HashSet<JobTarget> { new(run.Id.Value, Ada, null), new(e.Id.Value, Bob, e.Key) }, targets.ToHashSet());
    }

    private async Task<JobId> MadeAsync(UserId? user, IReadOnlyList<Guid> items)
    {
        var id = JobId.New(TimeProvider.System.GetUtcNow());
        await new JobStore(Db).InsertAsync(new(id, user, JobKind.RetryDeadLetters, JobFilterJson.Write(new()), items, IsPartial: false, null), None);
        return id;
    }

    private async Task WriteAsync(IEnumerable<RunRow> runs)
    {
        using var writer = new RunWriter(Db);
        await writer.StartAsync(None);
        foreach (var run in runs)
        {
            Assert.Equal(RunWritten.Written, await writer.CommitAsync(new(run, []), None));
        }

        await writer.StopAsync(None);
    }
}
