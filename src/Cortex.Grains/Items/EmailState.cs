using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cortex.Items;

/// <summary>Where an email stands, told from its stored fields.</summary>
internal sealed class EmailState
{
    /// <summary>Whether a mail of a sync that tells no labels was written by the account's owner (<see cref="Tools.Gmail.GmailRecordCompleter"/>). No field of the catalog.</summary>
    public const string Own = "own";

    private readonly string[] _ids;
    private readonly string[] _names;

    private EmailState(string[] ids, string[] names) => (_ids, _names) = (ids, names);

    /// <summary>Whether its labels were told at all.</summary>
    public bool KnowsLabels { get; private init; }

    public bool IsDraft => Has(GmailLabelIds.Draft);

    public bool IsSpam => Has(GmailLabelIds.Spam);

    public bool IsStarred => Has(GmailLabelIds.Starred);

    public bool IsSent { get; private init; }

    public bool IsInInbox { get; private init; }

    /// <summary>The ids of the labels that its user put on it.</summary>
    public IEnumerable<string> UserLabels => _ids.Where(GmailLabelIds.IsUserLabel);

    public static EmailState Of(JsonElement fields)
    {
        string[] names = [.. Texts(fields, "labels")];
        string[] ids = fields.Field(EmailFields.LabelIds) is null ? names : [.. Texts(fields, EmailFields.LabelIds)];
        var labels = new EmailState(ids, names);
        return fields.Text("model") == GmailItems.LegacyEmail
            ? new(ids, names) { IsSent = fields.Flag(Own) == true, IsInInbox = fields.Flag(Own) != true || IsToItself(fields) }
            : new(ids, names)
            {
                KnowsLabels = true,
                IsSent = labels.Has(GmailLabelIds.Sent) && !labels.IsDraft,
                IsInInbox = labels.Has(GmailLabelIds.Inbox) && !labels.IsDraft && !labels.IsSpam && !labels.Has(GmailLabelIds.Trash),
            };
    }

    /// <summary>
    /// An earlier state with its labels under the names that they have now, so that a label which was renamed, or whose name was not to be had, does not look new.
    /// At first sight: the mail without its user's labels.
    /// </summary>
    public static string WithLabelsOf(EmailState? before, string fieldsJson, EmailState now)
    {
        var fields = JsonNode.Parse(fieldsJson)!.AsObject();
        var ids = before?._ids ?? [.. now._ids.Where(id => !GmailLabelIds.IsUserLabel(id))];
        var names = ids.Select((id, index) => now.NameOf(id) ?? before?._names.ElementAtOrDefault(index) ?? id);
        fields["labels"] = new JsonArray([.. names.Select(name => (JsonNode)name)]);
        fields[EmailFields.LabelIds] = new JsonArray([.. ids.Select(id => (JsonNode)id)]);
        return fields.ToJsonString(ItemJson.Options);
    }

    private static bool IsToItself(JsonElement fields) => fields.Text("from") is { Length: > 0 } from && Texts(fields, "to").Contains(from, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Texts(JsonElement fields, string name) => fields.Elements(name).Select(element => element.Text()).OfType<string>();

    private bool Has(string id) => _ids.Contains(id, StringComparer.OrdinalIgnoreCase);

    private string? NameOf(string id) => _ids.AsSpan().IndexOf(id) is >= 0 and var index ? _names.ElementAtOrDefault(index) : null;
}
