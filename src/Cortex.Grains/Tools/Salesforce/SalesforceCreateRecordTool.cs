using System.Text.Json.Nodes;
using Cortex.Storage.Errors;

namespace Cortex.Tools.Salesforce;

/// <summary>Makes a record. Input: <c>object, fields</c>; output: <c>id</c>.</summary>
/// <remarks>
/// Salesforce takes no id of the caller's choice. Where the object has the field <see cref="SalesforceEffects.Field"/>, the record is upserted by it: however often that is
/// repeated, there is one. Elsewhere it is inserted, and before an insert whose end is not known is repeated, the records that the user made since are looked through:
/// see <see cref="SalesforceMadeRecords"/>.
/// </remarks>
internal sealed class SalesforceCreateRecordTool(SalesforceCalls salesforce, SalesforceFields fields, SalesforceEffects effects, SalesforceMadeRecords made) : ITool
{
    public string Name => "salesforce.create_record";

    public ToolEffect Effect => ToolEffect.Findable;

    public async Task<ToolResult> ExecuteAsync(ToolCall call, CancellationToken cancellationToken)
    {
        if (SalesforceFields.ObjectOf(call) is not { } record)
        {
            return SalesforceFields.NoObject(call);
        }

        var (values, failure) = await fields.ReadAsync(call, record, isNew: true, cancellationToken);
        if (values is null)
        {
            return failure!;
        }

        if (!effects.IsLacking(call, record))
        {
            var upsert = await salesforce.SendAsync(call, HttpMethod.Patch, SalesforceCalls.Records(record).Then(SalesforceEffects.Field, call.EffectKey), values, cancellationToken);
            if (upsert.Failure is null || !SalesforceEffects.SaysLacking(upsert))
            {
                return Made(upsert);
            }

            effects.NoteLacking(call, record);
        }

        var insert = await salesforce.SendAsync(call, HttpMethod.Post, SalesforceCalls.Records(record), values, cancellationToken);
        return SalesforceErrors.CodeOf(insert.Body) == SalesforceErrors.NotFound
            ? new ToolResult.Failed($"Salesforce has no {record} here, or its user may not make one. Ask whoever looks after Salesforce for the permission.", ErrorCodes.PermissionDenied)
            : Made(insert);
    }

    public async Task<ToolResult?> FindAsync(ToolCall call, CancellationToken cancellationToken)
    {
        if (SalesforceFields.ObjectOf(call) is not { } record)
        {
            return null;
        }

        if (!effects.IsLacking(call, record))
        {
            var (isKept, found) = await FindByKeyAsync(call, record, cancellationToken);
            if (isKept)
            {
                return found;
            }

            effects.NoteLacking(call, record);
        }

        // What cannot be read of the step was never sent.
        var (values, failure) = await fields.ReadAsync(call, record, isNew: true, cancellationToken);
        return values is null
            ? failure is ToolResult.Failed ? null : failure
            : await FindMadeAsync(call, record, values, cancellationToken);
    }

    /// <summary>Looks for the key where the object keeps it: certain, as Salesforce lets no two records have the same.</summary>
    private async Task<(bool IsKept, ToolResult? Found)> FindByKeyAsync(ToolCall call, string record, CancellationToken cancellationToken)
    {
        var soql = $"SELECT Id FROM {record} WHERE {SalesforceEffects.Field} = {Soql.Text(call.EffectKey)} LIMIT 1";
        var (records, answer) = await salesforce.QueryAsync(call.Account, soql, cancellationToken);
        if (answer.Failure is not null)
        {
            return (!SalesforceEffects.SaysLacking(answer), answer.Failure);
        }

        if (records is [var made, ..])
        {
            return (true, made.Text("Id") is { } id ? Done(id) : salesforce.Unreadable);
        }

        // A field of that name that is no external id can be searched, but nothing was ever upserted by it.
        var byKey = await salesforce.GetAsync(call.Account, SalesforceCalls.Records(record).Then(SalesforceEffects.Field, call.EffectKey), cancellationToken);
        return (!SalesforceErrors.MessageOf(byKey.Body).Contains(SalesforceEffects.Field, StringComparison.Ordinal), null);
    }

    private async Task<ToolResult?> FindMadeAsync(ToolCall call, string record, JsonObject values, CancellationToken cancellationToken)
    {
        var (id, failure) = await made.FindAsync(call, record, values, cancellationToken);
        return id is null ? failure : Done(id);
    }

    // A success without an id was made all the same: as a retry it is looked for, not made again.
    private ToolResult Made(ProviderAnswer answer) =>
        answer.Failure ?? (answer.Body.Text("id") is { } id && SalesforceId.IsId(id) ? Done(id) : (ToolResult)salesforce.Unconfirmed);

    private static ToolResult.Completed Done(string id) => new(new JsonObject { ["id"] = id }.ToJsonString());
}
