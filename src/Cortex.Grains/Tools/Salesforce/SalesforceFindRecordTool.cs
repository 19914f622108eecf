using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Catalog;
using Cortex.Compilation.Validation;
using Cortex.Items;

namespace Cortex.Tools.Salesforce;

/// <summary>
/// Finds the record of which a field has a value; of several, the one that was changed last. Input: <c>object, field, value</c>; output: <c>found, id, record</c>,
/// the last one as the catalog spells its fields.
/// </summary>
internal sealed class SalesforceFindRecordTool(SalesforceUsers users, SalesforceReading reading) : ITool
{
    private const string OwnerId = "OwnerId";

    private static readonly ToolResult NotFound = new ToolResult.Completed("""{"found":false,"id":"","record":null}""");

    public string Name => "salesforce.find_record";

    public ToolEffect Effect => ToolEffect.Repeatable;

    public async Task<ToolResult> ExecuteAsync(ToolCall call, CancellationToken cancellationToken)
    {
        if (SalesforceFields.ObjectOf(call) is not { } record)
        {
            return SalesforceFields.NoObject(call);
        }

        var (field, value) = (call.InputText(RecordRules.Field), call.InputText("value").Trim());
        if (!Soql.IsName(field) || field == ChangedFields.Name)
        {
            return new ToolResult.Failed($"'{SalesforceLimits.Shown(field)}' is not a field that can be searched. Write its API name, like Email or Region__c.");
        }

        // Nothing is found by an empty value: Salesforce would give any record whose field is empty.
        if (value.Length == 0)
        {
            return NotFound;
        }

        var (literal, failure) = await LiteralAsync(call, record, field, value, cancellationToken);
        if (literal is null)
        {
            return failure!;
        }

        var source = SalesforceObjects.Named(record)?.Find(field)?.Query ?? field;
        var (found, fault) = await reading.FindAsync(call.Account, record, $"{source} = {literal}", cancellationToken);
        return fault ?? (found?.Text("Id") is { } id ? Found(record, id, found.Value) : NotFound);
    }

    private async Task<(string? Literal, ToolResult? Failure)> LiteralAsync(ToolCall call, string record, string field, string value, CancellationToken cancellationToken)
    {
        var kind = SalesforceObjects.Named(record)?.Find(field)?.Kind;
        if (kind == FieldKind.Number)
        {
            return decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? (Soql.Number(number), null) : (null, NoValue(field, value, "a number"));
        }

        if (SalesforceTimes.IsTime(field, kind))
        {
            return SalesforceTimes.Read(value, call.StartedAt) is { } time ? (SalesforceTimes.Write(field, time), null) : (null, NoValue(field, value, "a day or a time"));
        }

        if (value.Length > SalesforceLimits.SoughtLengthMax)
        {
            return (null, new ToolResult.Failed($"The value to find has {value.Length} characters; at most {SalesforceLimits.SoughtLengthMax} can be looked for."));
        }

        if (field != OwnerId || value != AddressRules.Me)
        {
            return (Soql.Text(value), null);
        }

        var (me, failure) = await users.MeAsync(call.Account, cancellationToken);
        return (me is null ? null : Soql.Text(me), failure);
    }

    private static ToolResult.Completed Found(string record, string id, JsonElement found)
    {
        var fields = SalesforceObjects.Named(record) is { } known ? SalesforceRecord.Read(known, id, found).Fields : SalesforceReading.Plain(found);
        return new(new JsonObject { ["found"] = true, ["id"] = id, ["record"] = fields }.ToJsonString());
    }

    private static ToolResult.Failed NoValue(string field, string value, string wanted) =>
        new($"{field} cannot be '{SalesforceLimits.Shown(value)}'. It takes {wanted}.");
}
