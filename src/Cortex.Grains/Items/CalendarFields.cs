using Cortex.Programs;

namespace Cortex.Items;

/// <summary>The fields of a calendar event; absent ones are empty.</summary>
internal sealed record CalendarFields
{
    public const string Series = "recurringEventId";

    public string? Summary { get; init; }

    public string? Description { get; init; }

    public string? Location { get; init; }

    public CalendarTime? Start { get; init; }

    public CalendarTime? End { get; init; }

    public string? Organizer { get; init; }

    /// <summary>The guests, each once, in the order of their addresses: Google's own changes by itself. Null if the sync left some out.</summary>
    public IReadOnlyList<string>? Attendees { get; init; }

    /// <summary>The calendar's name; null if the record does not tell.</summary>
    public string? Calendar { get; init; }

    public string Status { get; init; } = CalendarItems.Confirmed;

    /// <summary>The recurring event that it is an instance of. No field of the catalog: a deletion brings the id alone, and this tells whose end it is.</summary>
    public string? SeriesId { get; init; }

    /// <summary>What the provider has and this record does not.</summary>
    public IReadOnlyList<string> Missing =>
    [
        .. Attendees is null ? ["attendees"] : Array.Empty<string>(),
        .. Calendar is null ? ["calendar"] : Array.Empty<string>(),
    ];

    public string ToJson(string id)
    {
        using var fields = new FieldsWriter();
        fields.Line("id", id).Line("summary", Summary, ItemLimits.SubjectLengthMax).Text("description", Description, ItemLimits.BodyLengthMax).Line("location", Location);
        Add(fields, "start", Start);
        Add(fields, "end", End);
        fields.Line("organizer", Organizer);
        if (Attendees is not null)
        {
            fields.List("attendees", Attendees);
        }

        if (Calendar is not null)
        {
            fields.Line("calendar", Calendar);
        }

        fields.Line("status", Status).Flag("allDay", Start is { IsDay: true });
        if (Start?.Zone is { } zone)
        {
            fields.Line(ItemClock.ZoneField, zone);
        }

        if (SeriesId is not null)
        {
            fields.Line(Series, SeriesId);
        }

        return fields.ToJson();
    }

    private static void Add(FieldsWriter fields, string name, CalendarTime? time)
    {
        if (time is { } known)
        {
            fields.Time(name, known.At);
        }
    }
}
