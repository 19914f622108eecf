namespace Cortex;

/// <summary>How a user wants to be told of runs that failed.</summary>
[GenerateSerializer, Alias("cortex.failure-notices")]
public enum FailureNotices
{
    /// <summary>Of each.</summary>
    Each,

    /// <summary>Once a day of all.</summary>
    Daily,

    /// <summary>Not at all; they are in the list of runs.</summary>
    None,
}
