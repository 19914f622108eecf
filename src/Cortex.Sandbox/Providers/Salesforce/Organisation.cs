using System.Text.Json.Nodes;
using Cortex.Sandbox.Json;
using Cortex.Sandbox.Storage;

namespace Cortex.Sandbox.Providers.Salesforce;

/// <summary>One Salesforce organisation. Every change is an entry: written to the journal first, then applied here. Used under its lock.</summary>
internal sealed class Organisation(string connectionId, Journal journal) : IAccount
{
    private readonly Dictionary<string, Sobject> records = new(StringComparer.Ordinal);
    private readonly HashSet<string> removed = new(StringComparer.Ordinal);

    public Lock Access { get; } = new();

    public string ConnectionId => connectionId;

    public CustomFields Custom { get; private set; } = CustomFields.None;

    public IEnumerable<Sobject> Of(string type) => records.Values.Where(record => record.Type == type);

    /// <summary>By either form of its id.</summary>
    public Sobject? Find(string? id) => id is null ? null : records.GetValueOrDefault(SalesforceIds.Key(id));

    public bool WasRemoved(string id) => removed.Contains(SalesforceIds.Key(id));

    /// <summary>A field of an object in this organisation, one of its own included.</summary>
    public SobjectField? Field(SobjectType type, string name)
        => type.Find(name)
            ?? (Custom.Of(type.Name).FirstOrDefault(custom => custom.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } own ? new SobjectField(own) : null);

    public IEnumerable<SobjectField> Fields(SobjectType type) => [.. type.Fields, .. Custom.Of(type.Name).Select(name => new SobjectField(name))];

    public void Save(Sobject record) => Commit(new SobjectSaved(connectionId, record.Type, record.Id, SandboxJson.Text(record.Fields)));

    public void Remove(string id) => Commit(new SobjectRemoved(connectionId, id));

    public void Set(CustomFields fields) => Commit(new CustomFieldsSet(connectionId, fields));

    public void Apply(JournalEntry entry)
    {
        switch (entry)
        {
            case SobjectSaved saved:
                records[SalesforceIds.Key(saved.Id)] = new Sobject(saved.Type, saved.Id, JsonNode.Parse(saved.Fields)!.AsObject());
                removed.Remove(SalesforceIds.Key(saved.Id));
                break;
            case SobjectRemoved gone:
                records.Remove(SalesforceIds.Key(gone.Id));
                removed.Add(SalesforceIds.Key(gone.Id));
                break;
            case CustomFieldsSet set:
                Custom = set.Fields;
                break;
        }
    }

    private void Commit(JournalEntry entry)
    {
        journal.Append(entry);
        Apply(entry);
    }
}
