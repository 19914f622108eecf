using Cortex.Sandbox.Storage;

namespace Cortex.Sandbox.Records;

internal sealed record SyncPaused(string ConnectionId, string Name, bool IsPaused) : JournalEntry;
