using Cortex.Storage.Jobs;
using Npgsql;

namespace Cortex.Cli.DeadLetters;

/// <summary>Drives again what was given up, of all users, through a job that the silos work off: nobody but a run's and a connection's grain writes their rows.</summary>
internal sealed class DeadLetterRetry(NpgsqlDataSource db, TimeProvider time)
{
    /// <summary>How long a job that does not get on is waited for; it gets on by itself, whether or not anybody waits.</summary>
    private static readonly TimeSpan StandstillMax = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly JobStore _jobs = new(db);

    /// <summary>Makes the job.</summary>
    /// <returns>The job; null if nothing was given up for the reason.</returns>
    public async Task<JobRow?> StartAsync(string? reason, CancellationToken cancellationToken)
    {
        var filter = new JobFilter(Reason: reason);
        var items = await new JobSelection(db).PickAsync(JobKind.RetryDeadLetters, user: null, filter, JobSize.ItemsMax + 1, cancellationToken);
        if (items.Count == 0)
        {
            return null;
        }

        var id = JobId.New(time.GetUtcNow());
        await _jobs.InsertAsync(
            new(id, User: null, JobKind.RetryDeadLetters, JobFilterJson.Write(filter), [.. items.Take(JobSize.ItemsMax)], IsPartial: items.Count > JobSize.ItemsMax, IdempotencyKey: null), cancellationToken);
        return await _jobs.FindAsync(user: null, id, cancellationToken);
    }

    /// <summary>Waits until the job is completed, or does not get on.</summary>
    /// <returns>The job as it is then.</returns>
    public async Task<JobRow> FollowAsync(JobRow job, CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        while (job.Status == JobStatus.Running && time.GetElapsedTime(since) < StandstillMax)
        {
            await Task.Delay(Period, time, cancellationToken);
            var now = await _jobs.FindAsync(user: null, job.Id, cancellationToken) ?? job;
            since = now.Position > job.Position ? time.GetTimestamp() : since;
            job = now;
        }

        return job;
    }
}
