using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Providers.Gmail;

internal static class LabelHandling
{
    private const int LabelsMax = 10_000;

    public static ProviderResponse List(Mailbox mailbox)
        => ProviderResponse.Ok(new JsonObject { ["labels"] = new JsonArray([.. mailbox.Labels.Select(label => Json(label, withType: true))]) });

    public static ProviderResponse Get(Mailbox mailbox, string id)
    {
        if (mailbox.Label(id) is not { } label)
        {
            return GoogleErrors.NotFound();
        }

        var labeled = mailbox.Messages.Where(message => message.LabelIds.Contains(id)).ToArray();
        var json = Json(label, withType: true);
        json["messagesTotal"] = labeled.Length;
        json["messagesUnread"] = labeled.Count(message => message.LabelIds.Contains(SystemLabels.Unread));
        return ProviderResponse.Ok(json);
    }

    public static ProviderResponse Create(Mailbox mailbox, JsonObject body)
    {
        var name = Text(body, "name")?.Trim() ?? "";
        if (name.Length == 0 || SystemLabels.All.Any(label => label.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            return GoogleErrors.Invalid("Invalid label name");
        }

        if (mailbox.LabelNamed(name) is not null || mailbox.Labels.Count >= LabelsMax)
        {
            return GoogleErrors.Conflict("Label name exists or conflicts");
        }

        var label = new GmailLabel(
            FreeId(mailbox), name, IsSystem: false, Text(body, "messageListVisibility") ?? "show", Text(body, "labelListVisibility") ?? "labelShow");
        mailbox.Save(label);
        return ProviderResponse.Ok(Json(label, withType: false));
    }

    private static string FreeId(Mailbox mailbox)
    {
        var number = mailbox.Labels.Count - SystemLabels.All.Count + 1;
        while (mailbox.Label($"Label_{number}") is not null)
        {
            number++;
        }

        return $"Label_{number}";
    }

    /// <summary>Gmail tells the type in lists and single reads, but not in the answer to a creation.</summary>
    private static JsonObject Json(GmailLabel label, bool withType)
    {
        var json = new JsonObject { ["id"] = label.Id, ["name"] = label.Name };
        if (withType)
        {
            json["type"] = label.IsSystem ? "system" : "user";
        }

        if (!label.IsSystem)
        {
            json["messageListVisibility"] = label.MessageListVisibility;
            json["labelListVisibility"] = label.LabelListVisibility;
        }

        return json;
    }

    private static string? Text(JsonObject body, string name)
        => body[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
