namespace Cortex;

/// <summary>Whom a call to Nango serves. Of a limited number of calls the later ones leave a share to the earlier.</summary>
public enum CallPriority
{
    /// <summary>Somebody waits at a screen: connecting an account, a session for it.</summary>
    User = 0,

    /// <summary>A step of a run.</summary>
    Run = 1,

    /// <summary>Reading what a sync reported.</summary>
    Sync = 2,

    /// <summary>Looking for what was missed; it can wait for a quieter minute.</summary>
    Reconciliation = 3,
}
