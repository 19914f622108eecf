using Cortex.Scheduling;

namespace Cortex.Runs;

/// <summary>The limits of a run.</summary>
internal static class RunLimits
{
    /// <summary>Tries of one step before the run fails; with the waits between them about four minutes.</summary>
    public const int StepAttemptsMax = 8;

    /// <summary>Between the tries of a step.</summary>
    public static readonly Backoff Retries = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));

    /// <summary>Waits up to this are spent in memory; for longer ones the run leaves memory and recovery wakes it.</summary>
    public static readonly TimeSpan WaitInMemoryMax = TimeSpan.FromSeconds(30);

    /// <summary>How often a step is taken over from an owner that did not end it. One that still does not end is not tried again: it may be what brings its owners down.</summary>
    public const int TakeoversMax = 3;

    /// <summary>How long a run waits for its user to connect an account again, before it fails.</summary>
    public static readonly TimeSpan HeldMax = TimeSpan.FromDays(7);

    /// <summary>How often a held run looks whether the account works again; it is also told.</summary>
    public static readonly TimeSpan HeldLookPeriod = TimeSpan.FromMinutes(15);

    /// <summary>Characters of a step's output that are kept.</summary>
    public const int OutputLengthMax = 256 * 1024;
}
