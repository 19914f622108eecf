using System.Collections.Frozen;
using Cortex.Catalog;

namespace Cortex.Items;

/// <summary>The objects whose records are items, made from the catalog. (Salesforce, Object Reference; key prefixes of standard objects.)</summary>
internal static class SalesforceObjects
{
    public const string Id = "Id";

    public const string CreatedDate = "CreatedDate";

    public const string LastModifiedDate = "LastModifiedDate";

    /// <summary>Where a field is not, or not only, under its own name: another name that syncs give it, or a related record's.</summary>
    private static readonly FrozenDictionary<string, string[]> Sources = new Dictionary<string, string[]>
    {
        [CreatedDate] = [CreatedDate, "CreatedAt"],
        [LastModifiedDate] = [LastModifiedDate, "LastModifiedAt", "UpdatedAt", "SystemModstamp"],
        ["OwnerName"] = ["Owner.Name", "OwnerName"],
        ["AccountName"] = ["Account.Name", "AccountName"],
        ["ContactEmail"] = ["Contact.Email", "ContactEmail"],
        ["lead.Company"] = ["Company", "CompanyName"],
        ["account.City"] = ["BillingCity", "City"],
        ["account.State"] = ["BillingState", "State"],
        ["account.Country"] = ["BillingCountry", "Country"],
        ["opportunity.Name"] = ["Name", "OpportunityName"],
        ["opportunity.StageName"] = ["StageName", "Stage"],
        ["task.ActivityDate"] = ["ActivityDate", "DueDate"],
    }.ToFrozenDictionary();

    public static IReadOnlyList<SalesforceObject> All { get; } =
    [
        Of("Account", "001"), Of("Contact", "003"), Of("Opportunity", "006"), Of("Lead", "00Q"), Of("Task", "00T"), Of("Case", "500"),
    ];

    /// <summary>By API name.</summary>
    public static SalesforceObject? Named(string? name) => All.FirstOrDefault(one => one.Name == name);

    /// <summary>By the catalog's kind of item.</summary>
    public static SalesforceObject? OfKind(string kind) => All.FirstOrDefault(one => one.Item.Name == kind);

    /// <summary>By what a record's id begins with.</summary>
    public static SalesforceObject? OfRecordId(string id) => All.FirstOrDefault(one => id.StartsWith(one.KeyPrefix, StringComparison.Ordinal));

    private static SalesforceObject Of(string name, string keyPrefix)
    {
        var kind = SalesforceCatalog.Entry.Triggers.Select(trigger => trigger.Item).First(item => item.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return new(name, keyPrefix, kind, [.. kind.Fields.Where(field => field.PartOf is null && field.Name is not (Id or ChangedFields.Name)).Select(field => Of(kind, field))]);
    }

    private static SalesforceField Of(ItemKind kind, ItemField field) => new(
        field.Name,
        field.Kind,
        Sources.GetValueOrDefault($"{kind.Name}.{field.Name}") ?? Sources.GetValueOrDefault(field.Name) ?? [field.Name]);
}
