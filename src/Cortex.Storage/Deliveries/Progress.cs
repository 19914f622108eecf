using Cortex.Storage.Connections;
using Cortex.Storage.Items;

namespace Cortex.Storage.Deliveries;

/// <summary>What a connection's grain has done with some of its deliveries; written in one transaction, so that a crash leaves all of it or none.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="User">Its user, or null while it is not known.</param>
public sealed record Progress(ConnectionKey Connection, UserId? User)
{
    /// <summary>Deliveries that are done.</summary>
    public IReadOnlyList<DeliveryEnd> Ends { get; init; } = [];

    /// <summary>Fates of one more page of records of deliveries that are not done yet.</summary>
    public IReadOnlyList<FatePage> Pages { get; init; } = [];

    /// <summary>Records as they were seen.</summary>
    public IReadOnlyList<ItemState> Items { get; init; } = [];

    /// <summary>How far their model was read with them.</summary>
    public CursorMove? Cursor { get; init; }

    /// <summary>What becomes of the wish to have the account synced.</summary>
    public SyncPlan? Sync { get; init; }

    /// <summary>That the clock was read.</summary>
    public ClockReading? Clock { get; init; }

    /// <summary>Deliveries of Cortex's own that are added to the end of the backlog, unless they are there.</summary>
    public IReadOnlyList<OwnNewDelivery> Added { get; init; } = [];
}
