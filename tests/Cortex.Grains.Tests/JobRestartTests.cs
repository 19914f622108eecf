using Cortex.Jobs;
using Cortex.Programs;
using Cortex.Storage.Jobs;
using Cortex.Storage.Runs;
using Cortex.Testing;

namespace Cortex.Grains.Tests;

/// <summary>On a cluster of its own, which is restarted.</summary>
public sealed class JobRestartTests(GrainCluster cluster) : GrainTest(cluster), IClassFixture<GrainCluster>
{
    [Fact]
    public async Task Job_WhoseSiloIsStopped_GoesOnElsewhere_AndAsksForEachRunOnce()
    {
        const int Runs = 5 * JobLimits.PageSize;
        await ConnectAsync();
        var unit = await ProgramUnitAsync(Condition.Always, new Step("notify.user", """{"text":"Look"}"""));
        await DealtWithAsync(await SyncAsync([.. Enumerable.Range(0, Runs).Select(n => Email(subject: $"{n}"))]));
        await Eventually.TrueAsync(async () => (await RunsAsync(unit)).Count(run => run.Status == RunStatus.Completed) == Runs);
        await ExecuteAsync($"UPDATE runs SET status = 'failed', error = 'No.' WHERE unit_id = '{unit.Value}'");

        // A page lasts a second, so that silos are stopped in the middle of the job.
        await ExecuteAsync("CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(1); RETURN NEW; END $$");
        await ExecuteAsync("CREATE TRIGGER linger BEFORE UPDATE ON jobs FOR EACH ROW EXECUTE FUNCTION linger()");
        var id = (await Cluster.Grains.Jobs(User).StartAsync(new(JobKind.RetryRuns, new(Unit: unit), null), None)).Value;
        await Eventually.TrueAsync(async () => (await JobAsync(id)).Position > 0);
        Assert.InRange((await JobAsync(id)).Position, 1, Runs - 1);
        await Cluster.RestartAsync();

        await Eventually.TrueAsync(async () => (await JobAsync(id)).Status == JobStatus.Completed);
        Assert.Equal((Runs, 0), ((await JobAsync(id)).Done, (await JobAsync(id)).Failed));
        await Eventually.TrueAsync(async () => (await RunsAsync(unit)).Count(run => run is { Status: RunStatus.Completed, Attempt: 2 }) == Runs);
    }

    private async Task<JobRow> JobAsync(JobId id) => (await new JobStore(Cluster.Db).FindAsync(User, id, None))!;

    private async Task ExecuteAsync(string sql)
    {
        await using var command = Cluster.Db.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
