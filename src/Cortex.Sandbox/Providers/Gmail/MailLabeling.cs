using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Providers.Gmail;

internal static class MailLabeling
{
    public static ProviderResponse Modify(Mailbox mailbox, string id, JsonObject body)
    {
        var (added, removed) = (Ids(body, "addLabelIds"), Ids(body, "removeLabelIds"));
        if (mailbox.Find(id) is not { } message)
        {
            return GoogleErrors.NotFound();
        }

        if (added.Length + removed.Length == 0)
        {
            return GoogleErrors.Invalid("No label add or removes specified");
        }

        if (added.Concat(removed).FirstOrDefault(label => mailbox.Label(label) is null || SystemLabels.Untouchable.Contains(label)) is { } unknown)
        {
            return GoogleErrors.Invalid($"Invalid label: {unknown}");
        }

        if (added.Intersect(removed).Any())
        {
            return GoogleErrors.Invalid("Cannot both add and remove the same label");
        }

        return Relabel(mailbox, message, added, removed);
    }

    public static ProviderResponse Trash(Mailbox mailbox, string id)
        => mailbox.Find(id) is { } message
            ? Relabel(mailbox, message, [SystemLabels.Trash], [SystemLabels.Inbox])
            : GoogleErrors.NotFound();

    public static ProviderResponse Untrash(Mailbox mailbox, string id)
        => mailbox.Find(id) is { } message ? Relabel(mailbox, message, [], [SystemLabels.Trash]) : GoogleErrors.NotFound();

    public static ProviderResponse Delete(Mailbox mailbox, string id)
    {
        if (mailbox.Find(id) is null)
        {
            return GoogleErrors.NotFound();
        }

        mailbox.Remove(id);
        return ProviderResponse.NoContent;
    }

    private static ProviderResponse Relabel(Mailbox mailbox, GmailMessage message, IEnumerable<string> added, IEnumerable<string> removed)
        => ProviderResponse.Ok(MailJson.Reference(mailbox.Relabel(message, [.. message.LabelIds.Union(added).Except(removed)])));

    private static string[] Ids(JsonObject body, string name)
        => [.. (body[name] as JsonArray ?? []).OfType<JsonValue>().Where(id => id.GetValueKind() == JsonValueKind.String).Select(id => id.GetValue<string>())];
}
