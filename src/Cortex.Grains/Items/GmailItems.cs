using System.Text.Json;
using Cortex.Nango;

namespace Cortex.Items;

/// <summary>What Gmail's records mean: <c>Message</c> of the current syncs, <c>GmailEmail</c> of the legacy one.</summary>
internal sealed class GmailItems : IProviderItems
{
    private const string Message = "Message";
    private const string LegacyEmail = "GmailEmail";
    private const string Email = "email";

    /// <summary>Labels of mail that was not received by the user, or that the user has not got to see.</summary>
    private static readonly HashSet<string> NotReceived = new(StringComparer.OrdinalIgnoreCase) { "SENT", "DRAFT", "SPAM", "TRASH" };

    private const string Received = "email.received";

    public string Provider => Providers.Gmail;

    public IReadOnlyCollection<string> Models { get; } = [Message, LegacyEmail];

    public IReadOnlyCollection<string> Kinds { get; } = [Email];

    public IReadOnlyCollection<string> Events { get; } = [Received];

    public NormalisedRecord? Normalise(string model, NangoRecord record)
    {
        var fields = model == Message ? GmailMessageReader.Read(record.Body) : GmailLegacyEmailReader.Read(record.Body);
        var date = fields.Date ?? record.FirstSeenAt;
        return new(Email, record.Id, date, record.LastModifiedAt, fields.ToJson(record.Id, model, date));
    }

    /// <summary>
    /// An email is received once: when its record is first read and lies in the inbox. Later changes (read, starred, archived) are none.
    /// "Added" is not asked for: a mail that was changed before it was first read is only ever seen as updated.
    /// </summary>
    public IReadOnlyList<Happening> HappeningsOf(RecordChange change) =>
        !change.SeenBefore && !change.IsDeleted && IsReceived(change.Current) ? [Happening.Once(Received, change.Current)] : [];

    private static bool IsReceived(NormalisedRecord current)
    {
        using var fields = JsonDocument.Parse(current.FieldsJson);
        var labels = fields.RootElement.Elements("labels").Select(label => label.GetString()!).ToList();
        return !labels.Exists(NotReceived.Contains)
            && (labels.Contains("INBOX", StringComparer.OrdinalIgnoreCase) || fields.RootElement.Text("model") == LegacyEmail);
    }
}
