using System.Globalization;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Json;

namespace Cortex.Sandbox.Providers.Salesforce;

/// <summary>Records that the connection's user makes, changes and deletes.</summary>
internal sealed class SobjectWriting(Organisation organisation, ProviderRequest request, SalesforceReports reports, TimeProvider time)
{
    private const int FirstCaseNumber = 1_000;

    public ProviderResponse Create(SobjectType type)
        => Body() is { } body ? Insert(type, body) : Unreadable();

    public ProviderResponse Update(SobjectType type, string id)
    {
        if (Body() is not { } body)
        {
            return Unreadable();
        }

        if (organisation.WasRemoved(id))
        {
            return SalesforceErrors.Deleted();
        }

        return organisation.Find(id) is { } known && known.Type == type.Name
            ? SobjectCheck.Find(organisation, type, body) ?? Change(type, known, body)
            : SalesforceErrors.NotFound();
    }

    /// <summary>By an external id: makes the record if there is none.</summary>
    public ProviderResponse Upsert(SobjectType type, string field, string value)
    {
        if (!organisation.Custom.IsExternalId(type.Name, field))
        {
            return SalesforceErrors.NoExternalId(field);
        }

        if (Body() is not { } body)
        {
            return Unreadable();
        }

        var name = organisation.Field(type, field)!.Name;
        if (SobjectReading.ByExternalId(organisation, type, name, value) is not { } known)
        {
            return Insert(type, body, (name, value));
        }

        if (SobjectCheck.Find(organisation, type, body) is { } fault)
        {
            return fault;
        }

        Change(type, known, body);
        return ProviderResponse.Ok(Success(known.Id, isNew: false));
    }

    public ProviderResponse Delete(SobjectType type, string id)
    {
        if (organisation.Find(id) is not { } known || known.Type != type.Name)
        {
            return organisation.WasRemoved(id) ? SalesforceErrors.Deleted() : SalesforceErrors.NotFound();
        }

        organisation.Remove(known.Id);
        return ProviderResponse.NoContent;
    }

    private ProviderResponse Insert(SobjectType type, JsonObject body, (string Field, string Value)? key = null)
    {
        var me = OrganisationUsers.Me(organisation, request.Connection);
        if ((SobjectCheck.Find(organisation, type, body) ?? SobjectCheck.FindMissing(type, body)) is { } fault)
        {
            return fault;
        }

        var now = SalesforceTime.Write(time.GetUtcNow());
        var fields = new JsonObject { ["IsDeleted"] = false, ["OwnerId"] = me.Id, ["CreatedById"] = me.Id, ["CreatedDate"] = now };
        foreach (var (name, value) in Defaults(type))
        {
            fields[name] = value;
        }

        if (key is { } external)
        {
            fields[external.Field] = external.Value;
        }

        var made = new Sobject(type.Name, SalesforceIds.New(type.KeyPrefix), fields);
        Change(type, made, body);
        return new ProviderResponse(StatusCodes.Status201Created, Success(made.Id, isNew: key is null ? null : true));
    }

    private ProviderResponse Change(SobjectType type, Sobject record, JsonObject body)
    {
        var fields = record.Fields.DeepClone().AsObject();
        foreach (var (name, value) in body)
        {
            var field = organisation.Field(type, name)!.Name;
            fields.Remove(field);
            if (!SobjectCheck.IsEmpty(value))
            {
                fields[field] = value!.DeepClone();
            }
        }

        var me = OrganisationUsers.Me(organisation, request.Connection);
        fields["LastModifiedById"] = me.Id;
        fields["LastModifiedDate"] = SalesforceTime.Write(time.GetUtcNow());
        fields["SystemModstamp"] = SalesforceTime.Write(time.GetUtcNow());
        var changed = record with { Fields = SobjectFormulas.Apply(organisation, record.Type, fields) };
        organisation.Save(changed);
        reports.Report(request.Connection, organisation, changed);
        return ProviderResponse.NoContent;
    }

    private IEnumerable<(string Name, JsonNode Value)> Defaults(SobjectType type) => type.Name switch
    {
        "Lead" => [("Status", "Open - Not Contacted")],
        "Task" => [("Status", "Not Started"), ("Priority", "Normal")],
        "Case" => [("Status", "New"), ("Priority", "Medium"), ("IsEscalated", false), ("CaseNumber", NextCaseNumber())],
        _ => [],
    };

    private string NextCaseNumber()
    {
        var last = organisation.Of("Case").Select(known => int.TryParse(known.Text("CaseNumber"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
        return (last.Append(FirstCaseNumber).Max() + 1).ToString("D8", CultureInfo.InvariantCulture);
    }

    private static JsonObject Success(string id, bool? isNew)
    {
        var json = new JsonObject { ["id"] = id, ["success"] = true, ["errors"] = new JsonArray() };
        if (isNew is { } created)
        {
            json["created"] = created;
        }

        return json;
    }

    private JsonObject? Body() => SandboxJson.TryParse(request.Body.Span) as JsonObject;

    private static ProviderResponse Unreadable() => SalesforceErrors.Malformed("JSON_PARSER_ERROR", "Unexpected character at the start of the request body; a JSON object is expected");
}
