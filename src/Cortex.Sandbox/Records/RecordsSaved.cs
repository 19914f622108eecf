using Cortex.Sandbox.Storage;

namespace Cortex.Sandbox.Records;

internal sealed record RecordsSaved(string ConnectionId, string Model, SyncRun Run, IReadOnlyList<StoredRecord> Records) : JournalEntry;
