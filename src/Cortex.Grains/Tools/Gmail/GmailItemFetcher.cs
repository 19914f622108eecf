using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Items;
using Cortex.Nango;

namespace Cortex.Tools.Gmail;

/// <summary>
/// Fetches what a sync left out of an email: its text and attachments, or what the legacy sync does not tell. A mail that is gone has none of it.
/// </summary>
internal sealed class GmailItemFetcher(GmailCalls gmail, GmailLabelNames names) : IItemFetcher
{
    public string Provider => Providers.Gmail;

    public async Task<FetchedItem> FetchAsync(ProviderAccount account, Item item, CancellationToken cancellationToken)
    {
        if (!ProviderPath.IsSegment(item.RecordId))
        {
            return Filled(item, default, string.Empty, []);
        }

        var path = GmailCalls.Messages.Then(item.RecordId);
        var message = await gmail.GetAsync(account, path.With("format", "full"), cancellationToken);
        if (message.Status == 404)
        {
            return Filled(item, default, string.Empty, []);
        }

        if (message.Failure is not null)
        {
            return new(null, message.Failure);
        }

        var payload = message.Body.ObjectAt("payload");
        var text = GmailParts.Text(payload);
        if (text is null && GmailParts.TextElsewhere(payload) is var (attachment, isHtml) && ProviderPath.IsSegment(attachment))
        {
            var part = await gmail.GetAsync(account, path.Then("attachments", attachment), cancellationToken);
            if (part.Failure is not null && part.Status != 404)
            {
                return new(null, part.Failure);
            }

            var decoded = GmailParts.Decode(part.Body.Text("data"));
            text = decoded is not null && isHtml ? HtmlText.Of(decoded) : decoded;
        }

        string[] ids = [.. message.Body.Elements("labelIds").Select(id => id.Text()).OfType<string>().Take(ItemLimits.ListEntriesMax)];
        return Filled(item, message.Body, text, item.Missing?.Contains("labels") == true ? await names.OfAsync(account, ids, cancellationToken) : ids);
    }

    /// <summary>The item with what it missed, and nothing else of it changed: a run is about the mail as it was.</summary>
    private static FetchedItem Filled(Item item, JsonElement message, string? text, IReadOnlyList<string> labels)
    {
        var read = GmailMessageReader.Read(message) with { Body = text, Labels = labels, Missing = [] };
        using var fetched = JsonDocument.Parse(read.ToJson(item.RecordId, GmailItems.Message, item.OccurredAt));
        var fields = JsonNode.Parse(item.FieldsJson)!.AsObject();
        foreach (var name in item.Missing ?? [])
        {
            fields[name] = fetched.RootElement.Field(name) is { } value ? JsonNode.Parse(value.GetRawText()) : null;
        }

        return new(fields.ToJsonString(ItemJson.Options), null);
    }
}
