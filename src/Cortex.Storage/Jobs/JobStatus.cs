namespace Cortex.Storage.Jobs;

/// <summary>The words for a job's status in the table and the API.</summary>
public static class JobStatus
{
    /// <summary>Some of what it picked has not been dealt with.</summary>
    public const string Running = "running";

    /// <summary>All of it has been.</summary>
    public const string Completed = "completed";
}
