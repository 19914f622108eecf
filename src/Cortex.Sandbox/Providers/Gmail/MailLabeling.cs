using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Providers.Gmail;

internal static class MailLabeling
{
    private const int BatchMax = 1_000;

    public static ProviderResponse Modify(Mailbox mailbox, string id, JsonObject body)
    {
        var (added, removed) = (Ids(body, "addLabelIds"), Ids(body, "removeLabelIds"));
        return mailbox.Find(id) is not { } message ? GoogleErrors.NotFound()
            : Fault(mailbox, added, removed) ?? Relabel(mailbox, message, added, removed);
    }

    /// <summary>The same for many messages at once; ids that are not there are passed over, as Gmail does.</summary>
    public static ProviderResponse ModifyAll(Mailbox mailbox, JsonObject body)
    {
        var (ids, added, removed) = (Ids(body, "ids"), Ids(body, "addLabelIds"), Ids(body, "removeLabelIds"));
        if (ids.Length is 0 or > BatchMax)
        {
            return GoogleErrors.Invalid(ids.Length == 0 ? "No message ids specified" : $"Too many message ids: {ids.Length}");
        }

        if (Fault(mailbox, added, removed) is { } fault)
        {
            return fault;
        }

        foreach (var message in ids.Select(mailbox.Find).OfType<GmailMessage>())
        {
            Relabel(mailbox, message, added, removed);
        }

        return ProviderResponse.NoContent;
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

        mailbox.Remove(id, isUnsynced: true);
        return ProviderResponse.NoContent;
    }

    private static ProviderResponse? Fault(Mailbox mailbox, string[] added, string[] removed)
        => added.Length + removed.Length == 0 ? GoogleErrors.Invalid("No label add or removes specified")
            : added.Concat(removed).FirstOrDefault(label => mailbox.Label(label) is null || SystemLabels.Untouchable.Contains(label)) is { } unknown
                ? GoogleErrors.Invalid($"Invalid label: {unknown}")
            : added.Intersect(removed).Any() ? GoogleErrors.Invalid("Cannot both add and remove the same label")
            : null;

    private static ProviderResponse Relabel(Mailbox mailbox, GmailMessage message, IEnumerable<string> added, IEnumerable<string> removed)
        => ProviderResponse.Ok(MailJson.Reference(mailbox.Relabel(message, [.. message.LabelIds.Union(added).Except(removed)])));

    private static string[] Ids(JsonObject body, string name)
        => [.. (body[name] as JsonArray ?? []).OfType<JsonValue>().Where(id => id.GetValueKind() == JsonValueKind.String).Select(id => id.GetValue<string>())];
}
