using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Providers.Salesforce;

/// <summary>What the models of Nango's syncs say of records, and how it is read back.</summary>
internal static class SalesforceModels
{
    private const string Prefix = "Salesforce";

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["Account"] = "Account",
        ["Contact"] = "Contact",
        ["Lead"] = "Lead",
        ["Opportunity"] = "Opportunity",
        ["Deal"] = "Opportunity",
        ["Case"] = "Case",
        ["Ticket"] = "Case",
        ["Task"] = "Task",
        [SobjectTypes.User] = SobjectTypes.User,
    };

    /// <summary>Names in models that are not the field's own, by object; of several that are one field, the first is what a current model calls it.</summary>
    private static readonly Dictionary<string, (string Name, string Field)[]> Aliases = new(StringComparer.Ordinal)
    {
        [""] = [("createdat", "CreatedDate"), ("updatedat", "LastModifiedDate")],
        ["Lead"] = [("companyname", "Company")],
        ["Opportunity"] = [("opportunityname", "Name"), ("stage", "StageName")],
        ["Case"] = [("closedat", "ClosedDate")],
        [SobjectTypes.User] = [("createdat", "CreatedDate")],
    };

    private static readonly Dictionary<string, (string Name, string Field)[]> Current = new(StringComparer.Ordinal)
    {
        ["Account"] =
        [
            ("name", "Name"), ("accountNumber", "AccountNumber"), ("industry", "Industry"), ("type", "Type"), ("billingCity", "BillingCity"), ("billingState", "BillingState"),
            ("billingCountry", "BillingCountry"), ("phone", "Phone"), ("website", "Website"), ("createdDate", "CreatedDate"), ("lastModifiedDate", "LastModifiedDate"),
            ("systemModstamp", "SystemModstamp"),
        ],
        ["Contact"] =
        [
            ("first_name", "FirstName"), ("last_name", "LastName"), ("email", "Email"), ("phone", "Phone"), ("mobile_phone", "MobilePhone"), ("title", "Title"),
            ("department", "Department"), ("account_id", "AccountId"), ("created_at", "CreatedDate"),
        ],
        ["Opportunity"] =
        [
            ("name", "Name"), ("amount", "Amount"), ("stage", "StageName"), ("close_date", "CloseDate"), ("owner_id", "OwnerId"), ("updated_at", "SystemModstamp"),
        ],
        ["Case"] =
        [
            ("case_number", "CaseNumber"), ("subject", "Subject"), ("description", "Description"), ("status", "Status"), ("priority", "Priority"), ("origin", "Origin"),
            ("reason", "Reason"), ("type", "Type"), ("owner_id", "OwnerId"), ("account_id", "AccountId"), ("contact_id", "ContactId"), ("created_at", "CreatedDate"),
            ("updated_at", "LastModifiedDate"), ("system_modstamp", "SystemModstamp"), ("closed_at", "ClosedDate"), ("is_closed", "IsClosed"), ("is_escalated", "IsEscalated"),
        ],
    };

    /// <summary>The object that a record of a model is of; null if it is of none that is known.</summary>
    public static SobjectType? TypeOf(string model, JsonObject payload)
    {
        var name = model.StartsWith(Prefix, StringComparison.Ordinal) ? model[Prefix.Length..] : model;
        if (name != "Record")
        {
            return Types.TryGetValue(name, out var type) ? SobjectTypes.Find(type) : null;
        }

        return Text(Raw(payload)["attributes"] as JsonObject, "type") is { } said ? SobjectTypes.Find(said) : SobjectTypes.OfId(Text(payload, "id") ?? "");
    }

    /// <summary>The record itself within a record of a model.</summary>
    public static JsonObject Raw(JsonObject payload) => payload["raw"] as JsonObject ?? payload;

    /// <summary>The field that a name in a model stands for, however it is spelt.</summary>
    public static string FieldOf(SobjectType type, string name)
    {
        var plain = name.EndsWith("__c", StringComparison.Ordinal) ? name : name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
        return Aliases.GetValueOrDefault(type.Name, []).Concat(Aliases[""]).Where(alias => alias.Name == plain).Select(alias => alias.Field).FirstOrDefault() ?? plain;
    }

    /// <summary>A record as the current sync of its object reports it; null if none does.</summary>
    public static (string Model, JsonObject Payload)? ReportOf(Organisation organisation, Sobject record)
    {
        if (record.Type is "Lead" or "Task")
        {
            return ("Record", new JsonObject { ["id"] = record.Id, ["raw"] = SobjectJson.Of(organisation, record) });
        }

        if (!Current.TryGetValue(record.Type, out var fields))
        {
            return null;
        }

        var payload = new JsonObject { ["id"] = record.Id };
        foreach (var (name, field) in fields.Where(one => record[one.Field] is not null))
        {
            payload[name] = record[field]!.DeepClone();
        }

        return (record.Type, payload);
    }

    public static string? Text(JsonObject? json, string name)
        => json?[name] is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.String ? value.GetValue<string>() : null;
}
