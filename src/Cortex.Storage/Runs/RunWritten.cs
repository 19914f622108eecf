namespace Cortex.Storage.Runs;

/// <summary>What became of a <see cref="RunWrite"/>.</summary>
public enum RunWritten
{
    /// <summary>Another writer was first: nothing was written.</summary>
    Lost,

    /// <summary>It was written.</summary>
    Written,

    /// <summary>It was written, and its user has asked for the run to be canceled: no further step may begin.</summary>
    CancelRequested,
}
