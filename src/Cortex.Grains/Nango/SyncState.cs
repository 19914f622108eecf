namespace Cortex.Nango;

/// <summary>How a sync stands, in Nango's words.</summary>
public enum SyncState
{
    /// <summary>A word that this version does not know.</summary>
    Unknown,

    /// <summary>A run is under way.</summary>
    Running,

    /// <summary>Nobody runs it until it is started again.</summary>
    Paused,

    /// <summary>It was stopped.</summary>
    Stopped,

    /// <summary>Its last run went well.</summary>
    Success,

    /// <summary>Its last run failed.</summary>
    Error,
}
