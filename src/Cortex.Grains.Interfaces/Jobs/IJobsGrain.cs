namespace Cortex;

/// <summary>
/// One activation is the jobs of one user, or of the operators: it takes them on, and works them off one after the other. Key: see <see cref="GrainFactoryExtensions.Jobs"/>.
/// </summary>
/// <remarks>It alone writes their rows, but for those of operators, which the command line makes.</remarks>
[Alias("cortex.jobs")]
public interface IJobsGrain : IGrainWithStringKey
{
    /// <summary>Picks what the request is about, and keeps it as a job, which is then worked off by itself. Only for a user's.</summary>
    /// <returns>The job; <see cref="RefusalKind.Conflict"/> if too many are under way, or the idempotency key was used for something else.</returns>
    [Alias("start")]
    Task<Answer<JobId>> StartAsync(JobRequest request, CancellationToken cancellationToken);

    /// <summary>Says that there may be jobs to work off. Returns at once.</summary>
    [Alias("poke")]
    Task PokeAsync(CancellationToken cancellationToken);
}
