using Cortex.Scheduling;

namespace Cortex.Jobs;

/// <summary>The limits of jobs.</summary>
internal static class JobLimits
{
    /// <summary>Jobs of one user that are not done. They are worked off one after the other, so more would only wait.</summary>
    public const int OpenMax = 5;

    /// <summary>What is dealt with between two writes of the job: so much at most is asked for once more after a crash, and so many runs are told at a time.</summary>
    public const int PageSize = 20;

    /// <summary>How often something that does not answer is asked for before the job goes on without it.</summary>
    public const int TriesMax = 5;

    /// <summary>Between these tries; together about half a minute.</summary>
    public static readonly Backoff Tries = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(15));
}
