using Cortex.Sandbox.Storage;

namespace Cortex.Sandbox.Providers.Salesforce;

/// <summary>A record as it now is; its fields are the JSON text.</summary>
internal sealed record SobjectSaved(string ConnectionId, string Type, string Id, string Fields) : JournalEntry, IAccountEntry<Organisation>;

internal sealed record SobjectRemoved(string ConnectionId, string Id) : JournalEntry, IAccountEntry<Organisation>;

internal sealed record CustomFieldsSet(string ConnectionId, CustomFields Fields) : JournalEntry, IAccountEntry<Organisation>;
