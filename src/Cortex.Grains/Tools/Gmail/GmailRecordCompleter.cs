using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Items;
using Cortex.Storage.Connections;

namespace Cortex.Tools.Gmail;

/// <summary>
/// Puts the names of labels into mails, which have them by id; and says of mails of the legacy sync, which tell no labels, whether the account's owner wrote them.
/// </summary>
internal sealed class GmailRecordCompleter(GmailLabelNames names, GmailOwner owner) : IRecordCompleter
{
    public string Provider => Providers.Gmail;

    public async Task<IReadOnlyList<NormalisedRecord>> CompleteAsync(ConnectionRow connection, IReadOnlyList<NormalisedRecord> records, CancellationToken cancellationToken)
    {
        var account = new ProviderAccount(connection.ProviderConfigKey, connection.ConnectionId);
        var completed = new NormalisedRecord[records.Count];
        for (var k = 0; k < completed.Length; k++)
        {
            var fields = JsonElement.Parse(records[k].FieldsJson);
            completed[k] = fields.Text("model") == GmailItems.LegacyEmail
                ? await WithWriterAsync(records[k], fields, connection, cancellationToken)
                : await WithNamesAsync(records[k], fields, account, cancellationToken);
        }

        return completed;
    }

    private async Task<NormalisedRecord> WithWriterAsync(NormalisedRecord record, JsonElement fields, ConnectionRow connection, CancellationToken cancellationToken) =>
        await owner.IsAsync(connection, fields.Text("from") ?? string.Empty, cancellationToken)
            ? With(record, members => members[EmailState.Own] = true)
            : record;

    private async Task<NormalisedRecord> WithNamesAsync(NormalisedRecord record, JsonElement fields, ProviderAccount account, CancellationToken cancellationToken)
    {
        string[] ids = [.. fields.Elements(EmailFields.LabelIds).Select(id => id.GetString()!)];
        var labels = await names.OfAsync(account, ids, cancellationToken);
        return labels.SequenceEqual(ids)
            ? record
            : With(record, members => members["labels"] = new JsonArray([.. labels.Select(name => (JsonNode)ItemText.CleanLine(name, ItemLimits.TextLengthMax))]));
    }

    private static NormalisedRecord With(NormalisedRecord record, Action<JsonObject> change)
    {
        var members = JsonNode.Parse(record.FieldsJson)!.AsObject();
        change(members);
        return record with { FieldsJson = members.ToJsonString(ItemJson.Options) };
    }
}
