using Cortex.Storage.Items;

namespace Cortex.Storage.Events;

/// <summary>What a connection's grain has done with some of its deliveries; written in one transaction, so that a crash leaves all of it or none.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="User">Its user, or null while it is not known.</param>
/// <param name="Ends">Deliveries that are done.</param>
/// <param name="FatesSoFar">Fates of deliveries that are not done yet, by delivery.</param>
/// <param name="Items">Records as they were seen.</param>
public sealed record Progress(
    ConnectionKey Connection,
    UserId? User,
    IReadOnlyList<EventEnd> Ends,
    IReadOnlyDictionary<EventId, string> FatesSoFar,
    IReadOnlyList<ItemState> Items);
