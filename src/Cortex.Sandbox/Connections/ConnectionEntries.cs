using Cortex.Sandbox.Storage;

namespace Cortex.Sandbox.Connections;

internal sealed record UserSeen(string Uid, string Email) : JournalEntry;

internal sealed record ConnectionSaved(Connection Connection) : JournalEntry;

/// <param name="Id">The number that it had; 0 in journals that do not say.</param>
internal sealed record ConnectionDeleted(string ConnectionId, int Id = 0) : JournalEntry;
