namespace Cortex.Storage.Runs;

/// <summary>The words for what came of a call of a step's tool, in the table.</summary>
public static class CallResult
{
    /// <summary>Done.</summary>
    public const string Done = "done";

    /// <summary>Certainly not done; may be tried again.</summary>
    public const string NotDone = "not_done";

    /// <summary>Perhaps done: it is looked for before it is tried again.</summary>
    public const string Unknown = "unknown";

    /// <summary>Certainly not done, and not to be tried again by itself.</summary>
    public const string Failed = "failed";

    /// <summary>Certainly not done, as the account must be connected again.</summary>
    public const string Held = "held";

    /// <summary>Nothing to be done before a time.</summary>
    public const string Waiting = "waiting";
}
