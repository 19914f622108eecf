using Cortex.Scheduling;
using Cortex.Storage.Jobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cortex.Jobs;

/// <inheritdoc cref="IJobsGrain"/>
/// <remarks>
/// <para>What a request picks is fixed when it is made, and its ids are kept in the job's row. The grain (1) takes the oldest job that is not done, (2) reads the next page of its ids,
/// (3) asks for each of them, (4) notes how far the job has come. A crash before (4) repeats the page, in which everything is asked for by the same key.</para>
/// <para>What a silo that is gone left undone, recovery finds by the time of its last note.</para>
/// </remarks>
[GrainType("jobs")]
internal sealed partial class JobsGrain(
    JobStore jobs, JobSelection selection, JobWork work, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<JobsGrain> logger) : Grain, IJobsGrain
{
    private const string UserPrefix = "user/";

    private WorkLoop _loop = null!;

    // Lost on deactivation; what does not answer is then asked for as often again.
    private int _tries;
    private DateTimeOffset _nextTry;

    /// <summary>Whose jobs they are; null for the operators.</summary>
    private UserId? Owner => this.GetPrimaryKeyString() is var key && key.StartsWith(UserPrefix, StringComparison.Ordinal) ? new UserId(key[UserPrefix.Length..]) : null;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _loop = WorkLoop.Create(this, WorkAsync, e => LogInterrupted(logger, this.GetPrimaryKeyString(), e.Message), time);
        return Task.CompletedTask;
    }

    public Task PokeAsync(CancellationToken cancellationToken)
    {
        _loop.Poke();
        return Task.CompletedTask;
    }

    public async Task<Answer<JobId>> StartAsync(JobRequest request, CancellationToken cancellationToken)
    {
        var user = Owner ?? throw new InvalidOperationException("Operators' jobs are made by the command line.");
        var filter = JobFilterJson.Write(request.Filter);
        if (await FindMadeAsync(user, request, filter, cancellationToken) is { } made)
        {
            return made;
        }

        if (await jobs.CountOpenAsync(user, cancellationToken) >= JobLimits.OpenMax)
        {
            return new Refusal(RefusalKind.Conflict, $"{JobLimits.OpenMax} jobs are under way, which is the most. Wait until one is completed.");
        }

        var items = await selection.PickAsync(request.Kind, user, request.Filter, JobSize.ItemsMax + 1, cancellationToken);
        var id = JobId.New(time.GetUtcNow());
        var job = new NewJob(id, user, request.Kind, filter, [.. items.Take(JobSize.ItemsMax)], IsPartial: items.Count > JobSize.ItemsMax, request.IdempotencyKey);
        if (!await jobs.InsertAsync(job, cancellationToken))
        {
            // Another activation was asked for the same at the same moment.
            return await FindMadeAsync(user, request, filter, cancellationToken) ?? Refusals.ChangedMeanwhile("job");
        }

        LogStarted(logger, id, request.Kind, items.Count);
        await PokeAsync(cancellationToken);
        return id;
    }

    /// <summary>What a request with its key is answered if that key has made a job; null if it has none, or made none.</summary>
    private async Task<Answer<JobId>?> FindMadeAsync(UserId user, JobRequest request, string filter, CancellationToken cancellationToken) =>
        request.IdempotencyKey is not { } key || await jobs.FindByIdempotencyKeyAsync(user, key, cancellationToken) is not { } made ? null
        : made.Kind == request.Kind && made.FilterJson == filter ? made.Id
        : new Refusal(RefusalKind.Conflict, "This Idempotency-Key was used for another request. Use a new key.");

    private async Task<DateTimeOffset?> WorkAsync(CancellationToken cancellationToken)
    {
        if (_nextTry > time.GetUtcNow())
        {
            // Whoever pokes does not know that it waits.
            return _nextTry;
        }

        while (!lifetime.ApplicationStopping.IsCancellationRequested && await jobs.FindFirstOpenAsync(Owner, cancellationToken) is { } job)
        {
            var page = await jobs.ListItemsAsync(job.Id, job.Position, JobLimits.PageSize, cancellationToken);
            var outcomes = await work.DoAsync(job, page, cancellationToken);
            if (outcomes.Any(o => o.IsPassing) && ++_tries < JobLimits.TriesMax)
            {
                return _nextTry = time.GetUtcNow() + JobLimits.Tries.After(_tries);
            }

            _tries = 0;
            var failed = outcomes.Where(o => o.Error is not null).ToList();
            if (!await jobs.AdvanceAsync(job, new(outcomes.Count - failed.Count, failed.Count, failed.LastOrDefault().Error), cancellationToken))
            {
                LogOvertaken(logger, job.Id);
            }
            else if (job.Position + outcomes.Count == job.Total)
            {
                LogCompleted(logger, job.Id, job.Done + outcomes.Count - failed.Count, job.Failed + failed.Count);
            }
        }

        return null;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{JobId} begins: {Kind} of {Count}")]
    private static partial void LogStarted(ILogger logger, JobId jobId, string kind, int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "{JobId} is completed: {Done} done, {Failed} failed")]
    private static partial void LogCompleted(ILogger logger, JobId jobId, int done, int failed);

    [LoggerMessage(Level = LogLevel.Information, Message = "{JobId} is worked at elsewhere, too")]
    private static partial void LogOvertaken(ILogger logger, JobId jobId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Work at the jobs of {Owner} was interrupted and will be taken up again: {Error}")]
    private static partial void LogInterrupted(ILogger logger, string owner, string error);
}
