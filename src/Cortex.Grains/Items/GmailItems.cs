using Cortex.Nango;

namespace Cortex.Items;

/// <summary>What Gmail's records mean: <c>Message</c> of the current syncs, <c>GmailEmail</c> of the legacy one.</summary>
/// <remarks>
/// The legacy model carries no labels, so it can only tell what was received and, where the account's address is known, what was sent.
/// </remarks>
internal sealed class GmailItems : IProviderItems
{
    public const string Message = "Message";
    public const string LegacyEmail = "GmailEmail";

    private const string Email = "email";
    private const string Received = "email.received";
    private const string Sent = "email.sent";
    private const string Starred = "email.starred";
    private const string Labeled = "email.labeled";

    public string Provider => Providers.Gmail;

    public IReadOnlyCollection<string> Models { get; } = [Message, LegacyEmail];

    public IReadOnlyCollection<string> Kinds { get; } = [Email];

    public IReadOnlyCollection<string> Events { get; } = [Received, Sent, Starred, Labeled];

    public NormalisedRecord? Normalise(string model, NangoRecord record)
    {
        var fields = model == Message ? GmailMessageReader.Read(record.Body) : GmailLegacyEmailReader.Read(record.Body);
        var date = fields.Date ?? record.FirstSeenAt;
        return new(Email, record.Id, date, record.LastModifiedAt, fields.ToJson(record.Id, model, date)) { Missing = fields.Missing };
    }

    /// <summary>
    /// What happened to an email: what it is when it is first seen, and what its labels became since. "Added" is not asked for: a mail that was changed
    /// before it was first read is only ever seen as updated. Read, unread, archived and deleted are no events.
    /// </summary>
    /// <remarks>
    /// Received is what lies in the inbox at first sight, or has come there out of spam, where its owner did not get to see it; never out of the archive or the trash.
    /// A mail to oneself is received as well as sent.
    /// </remarks>
    public IReadOnlyList<Happening> HappeningsOf(RecordChange change)
    {
        if (change.IsDeleted)
        {
            return [];
        }

        var (now, before) = (EmailState.Of(change.Fields), change.SeenBefore ? EmailState.Of(change.Previous) : null);
        List<Happening> happenings = [];
        if (now.IsInInbox && before is null or { IsSpam: true } or { IsDraft: true })
        {
            happenings.Add(OnceOutOfDraft(Received, change, before));
        }

        if (now.IsSent && before is null or { IsDraft: true })
        {
            happenings.Add(OnceOutOfDraft(Sent, change, before));
        }

        var labels = before is { KnowsLabels: true } ? before : null;
        if (now.IsStarred && labels is not { IsStarred: true })
        {
            happenings.Add(Changed(Starred, change, labels));
        }

        if (now.UserLabels.Except(labels?.UserLabels ?? []).Any())
        {
            happenings.Add(Changed(Labeled, change, labels) with { PreviousJson = EmailState.WithLabelsOf(labels, change.PreviousJson ?? change.Current.FieldsJson, now) });
        }

        return happenings;
    }

    /// <summary>A draft may lie for weeks before it is sent: what becomes of it then is as old as that.</summary>
    private static Happening OnceOutOfDraft(string name, RecordChange change, EmailState? before)
    {
        var once = Happening.Once(name, change.Current);
        return before is { IsDraft: true } ? once with { OccurredAt = change.Current.LastModifiedAt } : once;
    }

    /// <summary>Labels that are found at first sight were put on at any time since the mail came: an old mail that a first sync brings is old.</summary>
    private static Happening Changed(string name, RecordChange change, EmailState? before) =>
        before is null ? Happening.Once(name, change.Current) : Happening.Change(name, change.Current);
}
