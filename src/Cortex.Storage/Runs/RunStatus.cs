namespace Cortex.Storage.Runs;

/// <summary>The words for a run's status in the table and the API.</summary>
public static class RunStatus
{
    /// <summary>Made, not begun.</summary>
    public const string Queued = "queued";

    /// <summary>Being executed.</summary>
    public const string Running = "running";

    /// <summary>Goes on at its <c>resume_at</c>.</summary>
    public const string Waiting = "waiting";

    /// <summary>Every step is done or was skipped.</summary>
    public const string Completed = "completed";

    /// <summary>A step failed; the run's error says why.</summary>
    public const string Failed = "failed";

    /// <summary>Stopped by its user.</summary>
    public const string Canceled = "canceled";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Queued, Running, Waiting, Completed, Failed, Canceled];

    /// <summary>Whether nothing more will happen by itself.</summary>
    public static bool IsFinal(string status) => status is Completed or Failed or Canceled;
}
