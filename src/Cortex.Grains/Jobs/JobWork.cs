using Cortex.Storage.Jobs;
using Cortex.Storage.Runs;

namespace Cortex.Jobs;

/// <summary>Does what a job asks for with some of what it picked. Everything is asked of the grain whose it is, by a key of the job, so that asking once more does nothing more.</summary>
internal sealed class JobWork(IGrainFactory grains, JobSelection selection, RunStore runs)
{
    /// <summary>Deals with a page, its deliveries and runs side by side; deliveries of one connection are put back together.</summary>
    /// <returns>One outcome for each.</returns>
    public async Task<IReadOnlyList<JobOutcome>> DoAsync(JobRow job, IReadOnlyList<Guid> page, CancellationToken cancellationToken)
    {
        var targets = await selection.ListTargetsAsync(page, cancellationToken);
        var deliveries = targets.Where(t => t.Connection is not null).GroupBy(t => (t.Connection!.Value, t.User));
        var ofDeliveries = deliveries.Select(group => RedriveAsync(job, group.Key.Value, group.Key.User, [.. group.Select(t => new DeliveryId(t.Id))], cancellationToken));
        var ofRuns = targets.Where(t => t is { Connection: null, User: not null }).Select(t => RunAsync(job, new(t.Id), t.User!.Value, cancellationToken));
        var outcomes = (await Task.WhenAll([.. ofDeliveries, Each(ofRuns)])).SelectMany(some => some).ToList();
        return [.. outcomes, .. Enumerable.Repeat(new JobOutcome("It is not kept any more."), page.Count - outcomes.Count)];
    }

    private static async Task<IReadOnlyList<JobOutcome>> Each(IEnumerable<Task<JobOutcome>> tasks) => await Task.WhenAll(tasks);

    private async Task<IReadOnlyList<JobOutcome>> RedriveAsync(JobRow job, ConnectionKey connection, UserId? user, List<DeliveryId> deliveries, CancellationToken cancellationToken)
    {
        try
        {
            var pending = await grains.Connection(connection).RedriveAsync(user, deliveries, job.Id.ToString(), cancellationToken);
            return deliveries.ConvertAll(e => pending.Contains(e) ? JobOutcome.Done : new($"{e} is too old to be processed once more."));
        }
        catch (Exception e) when (IsPassing(e))
        {
            return deliveries.ConvertAll(_ => new JobOutcome(e.Message, IsPassing: true));
        }
    }

    private async Task<JobOutcome> RunAsync(JobRow job, RunId id, UserId user, CancellationToken cancellationToken)
    {
        try
        {
            var isCancel = job.Kind == JobKind.CancelRuns;
            var answer = isCancel ? await grains.Run(id).CancelAsync(user, cancellationToken) : await grains.Run(id).RetryOnceAsync(user, job.Id.ToString(), cancellationToken);
            return !answer.IsRefused || await IsSoAsync(id, isCancel, cancellationToken) ? JobOutcome.Done : new($"{id}: {answer.Refusal.Sentence}");
        }
        catch (Exception e) when (IsPassing(e))
        {
            return new(e.Message, IsPassing: true);
        }
    }

    /// <summary>Whether what is wanted of a run is so already, by whomever: it is canceled, or on its way again.</summary>
    private async Task<bool> IsSoAsync(RunId id, bool isCancel, CancellationToken cancellationToken) =>
        (await runs.FindAsync(id, cancellationToken))?.Status is { } status
        && (isCancel ? status == RunStatus.Canceled : status is not (RunStatus.Failed or RunStatus.Canceled));

    private static bool IsPassing(Exception e) => e is OrleansException or TimeoutException or UnavailableException or GrainFailedException;
}
