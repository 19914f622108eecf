using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Catalog;
using Cortex.Compilation.Validation;
using Cortex.Items;

namespace Cortex.Tools.Salesforce;

/// <summary>Reads what a step says of a record: its object, and fields with values of their kinds.</summary>
internal sealed class SalesforceFields(SalesforceUsers users)
{
    private const string OwnerId = "OwnerId";
    private const string IdEnding = "Id";
    private const string Input = "fields";

    private static readonly IReadOnlyList<string> Objects = CortexCatalog.Known.FindTool("salesforce.create_record")!.Find(RecordFields.Object)!.Choices;

    /// <summary>The object that a step is about; null if it is none that the catalog knows.</summary>
    public static string? ObjectOf(ToolCall call) => Objects.FirstOrDefault(name => name == call.InputText(RecordFields.Object));

    /// <summary>What is said to a step about no object.</summary>
    public static ToolResult.Failed NoObject(ToolCall call) =>
        new($"'{SalesforceLimits.Shown(call.InputText(RecordFields.Object))}' is not an object that Cortex can write. It can write {string.Join(", ", Objects)}.");

    /// <summary>The fields as Salesforce takes them, or why they cannot be set. What came out empty is left out of a new record, and emptied in one that is there.</summary>
    public async Task<(JsonObject? Fields, ToolResult? Failure)> ReadAsync(ToolCall call, string record, bool isNew, CancellationToken cancellationToken)
    {
        var given = WellFormedJson.Repair(call.Input).ObjectAt(Input);
        var fields = new JsonObject();
        foreach (var member in given?.EnumerateObject().Take(ValidationLimits.MaxRecordFields) ?? [])
        {
            if (!Soql.IsName(member.Name))
            {
                return (null, new ToolResult.Failed($"'{SalesforceLimits.Shown(member.Name)}' is not the name of a field. Write its API name, like LeadSource or Region__c."));
            }

            var (value, failure) = await ValueAsync(call, record, member, cancellationToken);
            if (failure is not null)
            {
                return (null, failure);
            }

            if (value is not null || !isNew)
            {
                fields[member.Name] = value;
            }
        }

        return fields.Count > 0 ? (fields, null) : (null, new ToolResult.Failed($"Nothing is said of the {record}: say which fields to set, and to what."));
    }

    private async Task<(JsonNode? Value, ToolResult? Failure)> ValueAsync(ToolCall call, string record, JsonProperty member, CancellationToken cancellationToken)
    {
        switch (member.Value.ValueKind)
        {
            case JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number:
                return (JsonNode.Parse(member.Value.GetRawText()), null);
            case JsonValueKind.String:
                var text = member.Value.GetString()!;
                return string.IsNullOrWhiteSpace(text) ? (null, null) : await TextAsync(call, record, member.Name, text.Trim(), cancellationToken);
            default:
                return (null, new ToolResult.Failed($"{member.Name} cannot be set to that. Give it a text, a number, or true or false."));
        }
    }

    private async Task<(JsonNode? Value, ToolResult? Failure)> TextAsync(ToolCall call, string record, string field, string text, CancellationToken cancellationToken)
    {
        var kind = SalesforceObjects.Named(record)?.Find(field)?.Kind;
        if (SalesforceTimes.IsTime(field, kind))
        {
            return SalesforceTimes.Read(text, call.StartedAt) is { } time
                ? (SalesforceTimes.Write(field, time), null)
                : (null, NoValue(field, text, "a day like 2026-03-31, or words like \"+3 days\""));
        }

        if (kind == FieldKind.Number)
        {
            return decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
                ? (JsonValue.Create(number), null)
                : (null, NoValue(field, text, "a number"));
        }

        var isSaid = IsSaid(call, field, text);
        if (field.EndsWith(IdEnding, StringComparison.Ordinal) && field != IdEnding)
        {
            return await IdAsync(call, field, text, isSaid, cancellationToken);
        }

        return (SalesforceLimits.Fit(record, field, (isSaid ? SalesforceTimes.OfCustom(field, text, call.StartedAt) : null) ?? text), null);
    }

    /// <summary>The user, or one whom the program names, can be the owner; whom an item names cannot.</summary>
    private async Task<(JsonNode? Value, ToolResult? Failure)> IdAsync(ToolCall call, string field, string text, bool isSaid, CancellationToken cancellationToken)
    {
        if (SalesforceId.IsId(text))
        {
            return (text, null);
        }

        if (field != OwnerId || !isSaid)
        {
            return (null, NoValue(field, text, "the id of a record, 15 or 18 letters and digits"));
        }

        var (id, failure) = text == AddressRules.Me
            ? await users.MeAsync(call.Account, cancellationToken)
            : await users.FindAsync(call.Account, text, cancellationToken);
        return (id, failure);
    }

    private static bool IsSaid(ToolCall call, string field, string text) => WellFormedJson.Repair(call.Written).ObjectAt(Input)?.Text(field)?.Trim() == text;

    private static ToolResult.Failed NoValue(string field, string text, string wanted) =>
        new($"{field} came out as '{SalesforceLimits.Shown(text)}', which it cannot be set to. It takes {wanted}.");
}
