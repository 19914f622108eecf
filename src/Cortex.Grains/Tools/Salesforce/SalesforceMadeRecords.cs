using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Catalog;
using Cortex.Items;
using Cortex.Storage.Errors;

namespace Cortex.Tools.Salesforce;

/// <summary>
/// Finds out whether a record was made, in an organisation that keeps no key of ours: by the values that it was given, among the records that the user made since the step began.
/// One that has all of them is it. Several, or one that only bears the name, leave it open, and then nothing is repeated.
/// </summary>
internal sealed class SalesforceMadeRecords(SalesforceCalls salesforce, SalesforceUsers users)
{
    /// <summary>Records that are looked through, at most: of the user's, and, if there are as many, of those that have the name too.</summary>
    private const int RecordsMax = 200;

    private const int IdLength = 15;

    /// <summary>How far Salesforce's clock may be behind ours.</summary>
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(5);

    private static readonly IReadOnlyList<RecordShape> Shapes = CortexCatalog.Known.FindTool("salesforce.create_record")!.Find("fields")!.Shapes;

    /// <summary>The id of the record that the step made. Neither an id nor a failure: it certainly made none.</summary>
    public async Task<(string? Id, ToolResult? Failure)> FindAsync(ToolCall call, string record, JsonObject values, CancellationToken cancellationToken)
    {
        var (me, failure) = await users.MeAsync(call.Account, cancellationToken);
        if (me is null)
        {
            return (null, failure);
        }

        var names = string.Join(", ", values.Select(value => value.Key));
        var title = Shapes.First(shape => shape.Object == record).Title;
        var since = $"SELECT Id, {names} FROM {record} WHERE CreatedById = {Soql.Text(me)} AND CreatedDate >= {Soql.Moment(call.StartedAt - ClockSlack)}";
        var (made, answer) = await NewestAsync(call, since, cancellationToken);
        if (made.Count == RecordsMax && values[title] is JsonValue { } named && named.TryGetValue<string>(out var name) && name == Plain(name))
        {
            // The user makes many records; of those of this name there may be few enough.
            (made, answer) = await NewestAsync(call, $"{since} AND {title} = {Soql.Text(name)}", cancellationToken);
        }

        if (answer.Failure is not null)
        {
            // A field that is not there was refused then, too.
            return (null, SalesforceErrors.CodeOf(answer.Body) == SalesforceErrors.InvalidField ? null : answer.Failure);
        }

        var same = made.Where(one => values.All(value => IsSame(value.Key, value.Value!, one.Field(value.Key)))).ToArray();
        return same is [var only] && IsOfThisItem(call) && only.Text("Id") is { } id ? (id, null)
            : same.Length == 0 && made.Count < RecordsMax && !made.Any(one => values[title] is { } wanted && IsSame(title, wanted, one.Field(title))) ? (null, null)
            : (null, Open(record));
    }

    private Task<(IReadOnlyList<JsonElement> Records, ProviderAnswer Answer)> NewestAsync(ToolCall call, string query, CancellationToken cancellationToken) =>
        salesforce.QueryAsync(call.Account, $"{query} ORDER BY CreatedDate DESC LIMIT {RecordsMax}", cancellationToken);

    /// <summary>Whether a value depends on the item: of a record that every run of the automation makes alike, nobody can say whose it is.</summary>
    private static bool IsOfThisItem(ToolCall call) => !JsonElement.DeepEquals(call.Written, call.Input);

    private static ToolResult.Failed Open(string record) =>
        new($"The {record} may have been made: records like it were made since, and Salesforce cannot tell which one is this step's. Look there, and rerun if it is missing.", ErrorCodes.MayHaveHappened);

    /// <summary>Whether Salesforce's value is the one that was sent; it trims texts and writes times in its own way.</summary>
    private static bool IsSame(string field, JsonNode sent, JsonElement? kept) => (sent.GetValueKind(), kept) switch
    {
        (_, null or { ValueKind: JsonValueKind.Null }) => false,
        (JsonValueKind.Number, { ValueKind: JsonValueKind.Number } number) => number.TryGetDecimal(out var value) && value == decimal.Parse(sent.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture),
        (JsonValueKind.String, { ValueKind: JsonValueKind.String } text) => IsSameText(field, sent.GetValue<string>(), text.GetString()!),
        (_, { } other) => sent.ToJsonString() == other.GetRawText(),
    };

    private static bool IsSameText(string field, string sent, string kept) =>
        SalesforceTimes.IsMoment(field) ? ItemTime.Parse(sent) is { } moment && moment == ItemTime.Parse(kept)
        : SalesforceId.IsId(sent) && SalesforceId.IsId(kept) ? sent[..IdLength] == kept[..IdLength]
        : string.Equals(Plain(sent), Plain(kept), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
