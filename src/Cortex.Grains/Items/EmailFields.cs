namespace Cortex.Items;

/// <summary>The fields of an email; absent ones are empty.</summary>
internal sealed record EmailFields
{
    public string? ThreadId { get; init; }

    public EmailAddress? From { get; init; }

    public IReadOnlyList<EmailAddress> To { get; init; } = [];

    public IReadOnlyList<EmailAddress> Cc { get; init; } = [];

    public string? Subject { get; init; }

    public string? Snippet { get; init; }

    public string? Body { get; init; }

    public DateTimeOffset? Date { get; init; }

    public IReadOnlyList<string> Labels { get; init; } = [];

    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>Says more than <see cref="Attachments"/> where the sync does not bring their names.</summary>
    public bool HasAttachment { get; init; }

    /// <summary>RFC 5322's Message-ID without the angle brackets.</summary>
    public string? MessageId { get; init; }

    public string ToJson(string id, string model, DateTimeOffset date)
    {
        using var fields = new FieldsWriter();
        return fields
            .Line("id", id)
            .Line("threadId", ThreadId)
            .Line("from", From?.Address)
            .Line("fromName", From?.Name)
            .List("to", To.Select(recipient => recipient.Address))
            .List("cc", Cc.Select(recipient => recipient.Address))
            .Line("subject", Subject, ItemLimits.SubjectLengthMax)
            .Text("snippet", Snippet)
            .Text("body", Body, ItemLimits.BodyLengthMax)
            .Time("date", date)
            .List("labels", Labels)
            .List("attachments", Attachments)
            .Flag("hasAttachment", HasAttachment || Attachments.Count > 0)
            .Line("messageId", MessageId)
            .Line("model", model)
            .ToJson();
    }
}
