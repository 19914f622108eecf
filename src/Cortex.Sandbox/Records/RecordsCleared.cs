using Cortex.Sandbox.Storage;

namespace Cortex.Sandbox.Records;

internal sealed record RecordsCleared(string ConnectionId, string Model) : JournalEntry;
