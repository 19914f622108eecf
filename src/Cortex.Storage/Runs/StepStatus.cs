namespace Cortex.Storage.Runs;

/// <summary>The words for a step's status in the table and the API.</summary>
public static class StepStatus
{
    /// <summary>Begun; whether its effect took place is not known yet.</summary>
    public const string Running = "running";

    /// <summary>Done.</summary>
    public const string Completed = "completed";

    /// <summary>Not done.</summary>
    public const string Failed = "failed";

    /// <summary>Its condition did not hold.</summary>
    public const string Skipped = "skipped";
}
