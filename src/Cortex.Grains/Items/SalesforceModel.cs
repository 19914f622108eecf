using System.Text.Json;

namespace Cortex.Items;

/// <summary>
/// A model of Nango's current syncs, which leave out what is empty at Salesforce: told by fields that it always brings, it says which fields are empty when they
/// are absent. The models of legacy syncs, and of most syncs of one's own, write null instead, so that what they leave out they do not bring.
/// </summary>
/// <param name="Kind">The kind of item.</param>
/// <param name="Always">Fields of the model that every record has, by which it is told.</param>
/// <param name="Never">Fields that only another model of the kind has.</param>
/// <param name="Brings">The catalog's fields that it brings.</param>
internal sealed record SalesforceModel(string Kind, IReadOnlyList<string> Always, IReadOnlyList<string> Never, IReadOnlyList<string> Brings)
{
    private static readonly SalesforceModel[] Current =
    [
        new("contact", ["last_name", "created_at"], ["last_modified_date", "updated_at"], ["FirstName", "LastName", "Email", "Phone", "Title", "AccountId"]),
        new("account", ["createdDate", "systemModstamp"], [], ["Name", "Type", "Industry", "Phone", "Website", "City", "State", "Country"]),
        new("opportunity", ["updated_at"], ["last_modified_date", "created_at"], ["Name", "StageName", "Amount", "CloseDate", "OwnerId"]),
        new("case", ["created_at", "system_modstamp"], [], ["CaseNumber", "Subject", "Status", "Priority", "Origin", "Reason", "Type", "Description", "AccountId", "OwnerId"]),
        new("case", ["case_number", "created_date", "last_modified_date"], ["is_closed"], ["CaseNumber", "Subject", "Status", "Priority", "Origin", "Reason", "Description", "AccountId", "OwnerId"]),
    ];

    /// <summary>The current model that a record is of; null if it is of none.</summary>
    public static SalesforceModel? Of(string kind, JsonElement record) => Current.FirstOrDefault(model =>
        model.Kind == kind && model.Always.All(name => record.Field(name) is not null) && !model.Never.Any(name => record.Field(name) is not null));
}
