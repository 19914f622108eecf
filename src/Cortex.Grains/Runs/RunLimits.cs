namespace Cortex.Runs;

/// <summary>The limits of a run.</summary>
internal static class RunLimits
{
    /// <summary>Tries of one step before the run fails; with the waits between them about four minutes.</summary>
    public const int StepAttemptsMax = 8;

    /// <summary>Waits up to this are spent in memory; for longer ones the run leaves memory and recovery wakes it.</summary>
    public static readonly TimeSpan WaitInMemoryMax = TimeSpan.FromSeconds(30);

    /// <summary>One call of a tool, all of its requests together.</summary>
    public static readonly TimeSpan ToolTimeout = TimeSpan.FromSeconds(60);

    /// <summary>How long a run waits for its user to connect an account again, before it fails.</summary>
    public static readonly TimeSpan HeldMax = TimeSpan.FromDays(7);

    /// <summary>How often a held run looks whether the account works again; it is also told.</summary>
    public static readonly TimeSpan HeldLookPeriod = TimeSpan.FromMinutes(15);

    /// <summary>Characters of a step's output that are kept.</summary>
    public const int OutputLengthMax = 256 * 1024;
}
