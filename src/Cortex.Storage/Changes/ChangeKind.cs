namespace Cortex.Storage.Changes;

/// <summary>Of which table a changed row is.</summary>
public enum ChangeKind
{
    /// <summary>An automation.</summary>
    Unit = 0,

    /// <summary>A run.</summary>
    Run = 1,

    /// <summary>A delivery.</summary>
    Delivery = 2,

    /// <summary>A job.</summary>
    Job = 3,
}
