using System.Text.Json;
using Cortex.Nango;

namespace Cortex.Items;

/// <summary>
/// What Salesforce's records mean: the models of Nango's current syncs, of the legacy ones, and of syncs of one's own that are named after an object and spell its
/// fields as API names, <c>stage_name</c> or <c>stageName</c>.
/// </summary>
internal sealed class SalesforceItems : IProviderItems
{
    private const string Prefix = "Salesforce";
    private const string AnyObject = "Record";

    /// <summary>Each name of a model with the object that its records are of. <c>Case</c> and <c>Ticket</c> may bring the same record.</summary>
    private static readonly Dictionary<string, string?> Objects = new(StringComparer.Ordinal)
    {
        ["Account"] = "Account",
        ["Contact"] = "Contact",
        ["Lead"] = "Lead",
        ["Opportunity"] = "Opportunity",
        ["Deal"] = "Opportunity",
        ["Case"] = "Case",
        ["Ticket"] = "Case",
        ["Task"] = "Task",
        [AnyObject] = null,
    };

    public string Provider => Providers.Salesforce;

    public IReadOnlyCollection<string> Models { get; } = [.. Objects.Keys, .. Objects.Keys.Select(name => Prefix + name)];

    public IReadOnlyCollection<string> Kinds { get; } = [.. SalesforceObjects.All.Select(one => one.Item.Name)];

    public IReadOnlyCollection<string> Events { get; } =
        ["lead.created", "contact.created", "account.created", "opportunity.created", "case.created", "task.created", "lead.updated", "opportunity.updated", "case.updated"];

    public NormalisedRecord? Normalise(string model, NangoRecord record)
    {
        var raw = record.Body.ObjectAt("raw") ?? record.Body;
        if (ObjectOf(model, record.Id, raw) is not { } kind)
        {
            return null;
        }

        var read = SalesforceRecord.Read(kind, record.Id, raw);
        return new(kind.Item.Name, record.Id, MadeAt(read, record.FirstSeenAt), record.LastModifiedAt, read.ToJson()) { Missing = read.Missing };
    }

    /// <summary>
    /// A record is made once: when it is first read. It is updated when one of its fields that both states know differs; that it was saved again is no change.
    /// Syncs of Salesforce report no deletions but a ticket's, and nothing comes of those.
    /// </summary>
    public IReadOnlyList<Happening> HappeningsOf(RecordChange change)
    {
        var (made, updated) = ($"{change.Current.Kind}.created", $"{change.Current.Kind}.updated");
        return change.IsDeleted || IsGone(change.Record.Body) ? []
            : !change.SeenBefore ? [Happening.Once(made, change.Current)]
            : Events.Contains(updated) && HasChanged(change) ? [Happening.Change(updated, change.Current)]
            : [];
    }

    private static SalesforceObject? ObjectOf(string model, string id, JsonElement raw)
    {
        var name = model.StartsWith(Prefix, StringComparison.Ordinal) ? model[Prefix.Length..] : model;
        return name != AnyObject ? SalesforceObjects.Named(Objects[name])
            : raw.ObjectAt("attributes")?.Text("type") is { } type ? SalesforceObjects.Named(type)
            : SalesforceObjects.OfRecordId(id);
    }

    /// <summary>
    /// Without its own date a record is at least as old as its last change, and as Nango's first sight of it. Salesforce names the second in which something happened: its end
    /// counts, so that what is made right after an automation is not taken for older.
    /// </summary>
    private static DateTimeOffset MadeAt(SalesforceRecord record, DateTimeOffset firstSeenAt) =>
        EndOfSecond(record.CreatedAt) ?? (EndOfSecond(record.ModifiedAt) is { } modified && modified < firstSeenAt ? modified : firstSeenAt);

    private static DateTimeOffset? EndOfSecond(DateTimeOffset? time) => time?.Millisecond == 0 ? time.Value.AddMilliseconds(999) : time;

    private static bool IsGone(JsonElement body) => body.Flag("is_deleted") == true || body.ObjectAt("raw")?.Flag("IsDeleted") == true;

    /// <summary>A field that one of the states does not know, because another model brought it, says nothing.</summary>
    private static bool HasChanged(RecordChange change)
    {
        var (fields, previous) = (change.Fields, change.Previous);
        return ChangedFields.Of(fields, previous, SalesforceObjects.OfKind(change.Current.Kind)!.Item)
            .Any(name => name != SalesforceObjects.LastModifiedDate && fields.Field(name) is not null && previous.Field(name) is not null);
    }
}
