namespace Cortex;

/// <summary>What a job does with what it picks; the words of the table and the API.</summary>
public static class JobKind
{
    /// <summary>Retries runs that failed or were canceled.</summary>
    public const string RetryRuns = "retry_runs";

    /// <summary>Cancels runs that have not ended.</summary>
    public const string CancelRuns = "cancel_runs";

    /// <summary>Drives again what was given up, deliveries and runs.</summary>
    public const string RetryDeadLetters = "retry_dead_letters";
}
