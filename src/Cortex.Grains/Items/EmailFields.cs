namespace Cortex.Items;

/// <summary>The fields of an email; absent ones are empty.</summary>
internal sealed record EmailFields
{
    /// <summary>The ids of <see cref="Labels"/>, beside their names: names change. No field of the catalog.</summary>
    public const string LabelIds = "labelIds";

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

    public bool HasAttachment { get; init; }

    /// <summary>RFC 5322's Message-ID without the angle brackets.</summary>
    public string? MessageId { get; init; }

    /// <summary>The catalog's fields that the record does not tell, though Gmail can; they are left out.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    public string ToJson(string id, string model, DateTimeOffset date)
    {
        using var fields = new FieldsWriter();
        fields
            .Line("id", id)
            .Line("threadId", ThreadId)
            .Line("from", From?.Address)
            .Line("fromName", From?.Name)
            .List("to", To.Select(recipient => recipient.Address));
        Known("cc", () => fields.List("cc", Cc.Select(recipient => recipient.Address)));
        fields.Line("subject", Subject, ItemLimits.SubjectLengthMax);
        Known("snippet", () => fields.Text("snippet", Snippet));
        Known("body", () => fields.Text("body", Body, ItemLimits.BodyLengthMax));
        fields.Time("date", date);
        Known("labels", () => fields.List("labels", Labels).List(LabelIds, Labels));
        Known("attachments", () => fields.List("attachments", Attachments));
        Known("hasAttachment", () => fields.Flag("hasAttachment", HasAttachment));
        return fields.Line("messageId", MessageId).Line("model", model).ToJson();
    }

    private void Known(string name, Func<FieldsWriter> write)
    {
        if (!Missing.Contains(name))
        {
            write();
        }
    }
}
