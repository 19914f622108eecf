using Cortex.Sandbox.Storage;

namespace Cortex.Sandbox.Records;

internal sealed record RecordsPruned(string ConnectionId, string Model, IReadOnlyList<StoredRecord> Records) : JournalEntry;
