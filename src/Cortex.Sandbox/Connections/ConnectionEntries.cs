using Cortex.Sandbox.Storage;

namespace Cortex.Sandbox.Connections;

internal sealed record UserSeen(string Uid, string Email) : JournalEntry;

internal sealed record ConnectionSaved(Connection Connection) : JournalEntry;

internal sealed record ConnectionDeleted(string ConnectionId) : JournalEntry;
