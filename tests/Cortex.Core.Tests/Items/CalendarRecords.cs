using System.Text.Json;
using Cortex.Items;
using Cortex.Nango;

namespace Cortex.Core.Tests.Items;

/// <summary>Records of Google Calendar as Nango delivers them, and what becomes of them.</summary>
internal static class CalendarRecords
{
    public const string Timed = """
        {"id":"4q2k1d3m8n7s","kind":"calendar#event","etag":"\"3574\"","status":"confirmed","htmlLink":"https://calendar.example/e/1","created":"2026-08-20T09:00:00.000Z","updated":"2026-08-20T09:05:00.250Z",
         "summary":"Quarterly numbers","description":"Agenda:\n1. Rüben","location":"Room 4","creator":{"email":"Grace@Example.org","self":true},"organizer":{"email":"Grace@Example.org","self":true},
         "start":{"dateTime":"2026-09-01T10:00:00+02:00","timeZone":"Europe/Berlin"},"end":{"dateTime":"2026-09-01T11:30:00+02:00","timeZone":"Europe/Berlin"},
         "attendees":[{"email":"Zoe@x.example","responseStatus":"accepted"},{"email":"ada@example.com","organizer":false},{"email":"room-4@resource.example","resource":true},{"displayName":"Nobody"},{"email":"ADA@example.com"}],
         "iCalUID":"4q2k1d3m8n7s@google.com","sequence":1,"reminders":{"useDefault":true},"eventType":"default","somethingNew":{"a":[1]}}
        """;

    public const string Instance = """
        {"id":"7series_20260907T080000Z","status":"confirmed","created":"2026-08-20T09:00:00.000Z","summary":"Standup","recurringEventId":"7series","originalStartTime":{"dateTime":"2026-09-07T10:00:00+02:00"},
         "start":{"dateTime":"2026-09-07T10:00:00+02:00"},"end":{"dateTime":"2026-09-07T10:15:00+02:00"}}
        """;

    public static NormalisedRecord Normalise(string body, string model = "CalendarEvent", RecordAction action = RecordAction.Added) =>
        RecordNormaliser.Normalise(Providers.GoogleCalendar, model, Records.Record(body, action)) ?? throw new InvalidOperationException($"The model {model} is not known.");

    public static JsonElement Fields(string body, string model = "CalendarEvent") => JsonElement.Parse(Normalise(body, model).FieldsJson);

    /// <summary>An event with this start and end.</summary>
    public static string At(string start, string end = "null") => $$"""{"id":"e1","summary":"x","start":{{start}},"end":{{end}}}""";

    /// <summary>What a change amounts to, a deletion being completed from what was known as a sync does it.</summary>
    public static IReadOnlyList<Happening> Change(string body, string? before, RecordAction action = RecordAction.Updated, DateTimeOffset? at = null)
    {
        var record = Records.Record(body, action) with { LastModifiedAt = at ?? Records.LastModified };
        var current = RecordNormaliser.Normalise(Providers.GoogleCalendar, "CalendarEvent", record)!;
        var previous = before is null ? null : Normalise(before).FieldsJson;
        if (action == RecordAction.Deleted && previous is not null)
        {
            current = current with { FieldsJson = ProviderItems.OfKind("event")!.AfterDeletion(previous) };
        }

        return Happenings.Of(new(current, record, previous));
    }
}
