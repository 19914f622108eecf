using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Items;

namespace Cortex.Tools.Salesforce;

/// <summary>Reads records.</summary>
internal sealed class SalesforceReading(SalesforceCalls salesforce)
{
    private static readonly Dictionary<string, string[]> OtherFields = new(StringComparer.Ordinal)
    {
        ["Note"] = ["Title", "Body", "ParentId", "OwnerId"],
        ["Event"] = ["Subject", "StartDateTime", "EndDateTime", "Description", "WhoId", "WhatId", "OwnerId"],
    };

    /// <summary>The record that a condition holds for, the one changed last of several; null if there is none.</summary>
    /// <param name="account">The account.</param>
    /// <param name="record">The object.</param>
    /// <param name="condition">One comparison, made of <see cref="Soql"/>.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task<(JsonElement? Record, ToolResult? Failure)> FindAsync(ProviderAccount account, string record, string condition, CancellationToken cancellationToken)
    {
        var names = SalesforceObjects.Named(record)?.Fields.Select(field => field.Query) ?? OtherFields[record];
        var last = $"FROM {record} WHERE {condition} ORDER BY LastModifiedDate DESC LIMIT 1";
        var (records, answer) = await salesforce.QueryAsync(account, $"SELECT Id, {string.Join(", ", names)} {last}", cancellationToken);
        if (answer.Failure is null || SalesforceErrors.CodeOf(answer.Body) != SalesforceErrors.InvalidField)
        {
            return (First(records), answer.Failure);
        }

        // An organisation may lack a standard field, or hide it: then the record says itself what it has.
        (records, answer) = await salesforce.QueryAsync(account, $"SELECT Id {last}", cancellationToken);
        return First(records)?.Text("Id") is { } id ? await GetAsync(account, record, id, cancellationToken) : (null, answer.Failure);
    }

    /// <summary>Some fields of a record, as queries spell them; of an organisation that lacks one of them, whatever the record has. Null if the record is gone.</summary>
    public async Task<(JsonElement? Record, ToolResult? Failure)> ReadAsync(
        ProviderAccount account, string record, string id, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var soql = $"SELECT Id, {string.Join(", ", names)} FROM {record} WHERE Id = {Soql.Text(id)} LIMIT 1";
        var (records, answer) = await salesforce.QueryAsync(account, soql, cancellationToken);
        return answer.Failure is not null && SalesforceErrors.CodeOf(answer.Body) == SalesforceErrors.InvalidField
            ? await GetAsync(account, record, id, cancellationToken)
            : (First(records), answer.Failure);
    }

    /// <summary>The fields of a record as Salesforce spells them.</summary>
    public static JsonObject Plain(JsonElement record) =>
        new(record.EnumerateObject().Where(member => member.Name != "attributes").Select(member => KeyValuePair.Create(member.Name, JsonNode.Parse(member.Value.GetRawText()))));

    private async Task<(JsonElement? Record, ToolResult? Failure)> GetAsync(ProviderAccount account, string record, string id, CancellationToken cancellationToken)
    {
        var answer = await salesforce.GetAsync(account, SalesforceCalls.Records(record).Then(id), cancellationToken);
        return answer.Status == 404 && SalesforceErrors.CodeOf(answer.Body) is not null ? (null, null) : answer.Failure is not null ? (null, answer.Failure) : (answer.Body, null);
    }

    private static JsonElement? First(IReadOnlyList<JsonElement> records) => records is [var first, ..] ? first : null;
}
