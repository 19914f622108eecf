using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Control;

namespace Cortex.Sandbox.Providers.Salesforce;

/// <summary>Puts the records that a sync is said to have found into the organisation too, so that calls about them find them.</summary>
internal sealed class SalesforceArrivals(Organisations organisations, TimeProvider time)
{
    /// <summary>The dates that every record of a current model has, under the names that the model gives them.</summary>
    private static readonly Dictionary<string, (string Name, bool IsOfCreation)[]> Dates = new(StringComparer.Ordinal)
    {
        ["Account"] = [("createdDate", true), ("lastModifiedDate", false), ("systemModstamp", false)],
        ["Contact"] = [("created_at", true)],
        ["Opportunity"] = [("updated_at", false)],
        ["Case"] = [("created_at", true), ("updated_at", false), ("system_modstamp", false)],
        ["Ticket"] = [("created_date", true), ("last_modified_date", false)],
    };

    /// <summary>An id of the record's object, for a record that was put in without one; null if it is of no object that is known.</summary>
    public static string? NewId(string model, JsonObject payload) => SalesforceModels.TypeOf(model, payload) is { } type ? SalesforceIds.New(type.KeyPrefix) : null;

    /// <summary>Adds the dates that the model always has, where the record has no date at all.</summary>
    public void Complete(Connection connection, string model, JsonObject payload)
    {
        var isDated = payload.Any(member => member.Key.Contains("date", StringComparison.OrdinalIgnoreCase) && member.Key.Contains("modified", StringComparison.OrdinalIgnoreCase))
            || payload.Any(member => member.Key is "created_at" or "updated_at" or "created_date" or "createdDate" or "systemModstamp");
        if (isDated)
        {
            return;
        }

        var organisation = organisations.Of(connection.ConnectionId);
        lock (organisation.Access)
        {
            var known = organisation.Find(SalesforceModels.Text(payload, "id"));
            foreach (var (name, isOfCreation) in Dates.GetValueOrDefault(model, []))
            {
                payload[name] = isOfCreation && known?.Text("CreatedDate") is { } created ? created : SalesforceTime.Write(time.GetUtcNow());
            }
        }
    }

    public void Arrive(Connection connection, string model, IReadOnlyList<ItemRecord> records)
    {
        if (connection.Provider != ProviderNames.Salesforce)
        {
            return;
        }

        var organisation = organisations.Of(connection.ConnectionId);
        lock (organisation.Access)
        {
            foreach (var record in records)
            {
                Arrive(organisation, connection, model, record);
            }
        }
    }

    private void Arrive(Organisation organisation, Connection connection, string model, ItemRecord record)
    {
        if (record.IsDeletion)
        {
            if (organisation.Find(record.Id) is { } gone)
            {
                organisation.Remove(gone.Id);
            }

            return;
        }

        if (SalesforceModels.TypeOf(model, record.Payload) is not { } type)
        {
            return;
        }

        var now = SalesforceTime.Write(time.GetUtcNow());
        var fields = organisation.Find(record.Id)?.Fields.DeepClone().AsObject() ?? new JsonObject { ["IsDeleted"] = false, ["CreatedDate"] = now, ["LastModifiedDate"] = now };
        var raw = SalesforceModels.Raw(record.Payload);
        foreach (var (name, value) in raw)
        {
            if (organisation.Field(type, SalesforceModels.FieldOf(type, name)) is { Name: not "Id" } field)
            {
                fields.Remove(field.Name);
                if (Value(field, value) is { } kept)
                {
                    fields[field.Name] = kept;
                }
            }
        }

        fields["SystemModstamp"] ??= fields["LastModifiedDate"]?.DeepClone() ?? now;
        if (type.Name != SobjectTypes.User)
        {
            fields["OwnerId"] ??= OrganisationUsers.Me(organisation, connection).Id;
            OrganisationUsers.Know(organisation, fields["OwnerId"]!.GetValue<string>(), SalesforceModels.Text(raw, "owner_name") ?? SalesforceModels.Text(raw["Owner"] as JsonObject, "Name"));
        }

        organisation.Save(new Sobject(type.Name, record.Id, SobjectFormulas.Apply(organisation, type.Name, fields)));
    }

    /// <summary>Numbers may come as texts; what is of another kind than its field is left out.</summary>
    private static JsonNode? Value(SobjectField field, JsonNode? value) => (field.Kind, value?.GetValueKind()) switch
    {
        (SobjectFieldKind.Number, JsonValueKind.String) when decimal.TryParse(value!.GetValue<string>(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number,
        (SobjectFieldKind.Number, JsonValueKind.Number) or (SobjectFieldKind.Flag, JsonValueKind.True or JsonValueKind.False) => value!.DeepClone(),
        (SobjectFieldKind.Number or SobjectFieldKind.Flag, _) => null,
        (_, JsonValueKind.String) when value!.GetValue<string>().Length > 0 => value.DeepClone(),
        _ => null,
    };
}
