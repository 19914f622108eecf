using System.Text.Json.Nodes;
using Cortex.Nango;

namespace Cortex.Tools.Salesforce;

/// <summary>Changes a record: the one that set the automation off, or the one of an id. Input: <c>object, id, fields</c>; output: <c>id</c>.</summary>
internal sealed class SalesforceUpdateRecordTool(SalesforceCalls salesforce, SalesforceFields fields) : ITool
{
    private const string Id = "id";

    public string Name => "salesforce.update_record";

    public ToolEffect Effect => ToolEffect.Idempotent;

    public async Task<ToolResult> ExecuteAsync(ToolCall call, CancellationToken cancellationToken)
    {
        if (SalesforceFields.ObjectOf(call) is not { } record)
        {
            return SalesforceFields.NoObject(call);
        }

        var (id, failure) = IdOf(call, record);
        if (id is null)
        {
            return failure!;
        }

        var (values, fault) = await fields.ReadAsync(call, record, isNew: false, cancellationToken);
        if (values is null)
        {
            return fault!;
        }

        var answer = await salesforce.SendAsync(call, HttpMethod.Patch, SalesforceCalls.Records(record).Then(id), values, cancellationToken);
        return answer.Failure ?? new ToolResult.Completed(new JsonObject { [Id] = id }.ToJsonString());
    }

    private static (string? Id, ToolResult? Failure) IdOf(ToolCall call, string record)
    {
        if (WellFormedJson.Repair(call.Written).Field(Id) is not null || call.InputText(Id).Length > 0)
        {
            var text = call.InputText(Id).Trim();
            return SalesforceId.IsId(text) ? (text, null)
                : text.Length == 0 ? (null, new ToolResult.Failed($"There is no {record} to change: its id came out empty, as it does when nothing was found."))
                : (null, new ToolResult.Failed($"'{SalesforceLimits.Shown(text)}' is not the id of a Salesforce record. An id has 15 or 18 letters and digits."));
        }

        var item = call.Item;
        return item.Provider == Providers.Salesforce && item.Kind.Equals(record, StringComparison.OrdinalIgnoreCase)
            ? ProviderPath.IsSegment(item.RecordId) ? (item.RecordId, null) : (null, new ToolResult.Failed($"'{SalesforceLimits.Shown(item.RecordId)}' is not the id of a Salesforce record."))
            : (null, new ToolResult.Failed($"There is no {record} to change: this automation was not set off by one. Say which one is meant, or find it in an earlier step."));
    }
}
