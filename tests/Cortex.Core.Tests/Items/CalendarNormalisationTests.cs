using System.Globalization;
using System.Text.Json;
using Cortex.Catalog;
using Cortex.Items;
using Cortex.Nango;
using Cortex.Programs;

namespace Cortex.Core.Tests.Items;

public sealed class CalendarNormalisationTests
{
    [Theory]
    [InlineData("CalendarEvent")]
    [InlineData("GoogleCalendarEvent")]
    public void TimedEvent_OfEitherModel_HasTheCatalogsFields(string model)
    {
        var record = CalendarRecords.Normalise(CalendarRecords.Timed, model);

        Assert.Equal(("event", "4q2k1d3m8n7s", Time("2026-08-20T09:00:00Z"), Records.LastModified), (record.Kind, record.RecordId, record.OccurredAt, record.LastModifiedAt));
        Assert.Equal((Time("2026-09-01T08:00:00Z"), Time("2026-09-01T09:30:00Z")), (record.StartsAt, record.EndsAt));
        Assert.Equal(["calendar"], record.Missing);
        Assert.Equal(
            """
            {"id":"4q2k1d3m8n7s","summary":"Quarterly numbers","description":"Agenda:\n1. Rüben","location":"Room 4","start":"2026-09-01T08:00:00.000Z","end":"2026-09-01T09:30:00.000Z","organizer":"grace@example.org","attendees":["ada@example.com","zoe@x.example"],"status":"confirmed","allDay":false,"timeZone":"Europe/Berlin"}
            """,
            record.FieldsJson);
    }

    [Fact]
    public void Event_HasEveryFieldOfTheCatalogThatAChangeDoesNotBring()
    {
        var kind = CortexCatalog.Known.FindTrigger(Providers.GoogleCalendar, "event.created")!.Item;
        var record = CalendarRecords.Normalise(CalendarRecords.Timed);

        string[] all = [.. JsonElement.Parse(record.FieldsJson).EnumerateObject().Select(field => field.Name), .. record.Missing, "changed"];

        Assert.Equal(kind.Fields.Where(field => field.PartOf is null).Select(field => field.Name).Order(), all.Where(name => name != ItemClock.ZoneField).Order());
    }

    [Theory]
    [InlineData("""{"dateTime":"2026-09-01T10:00:00+02:00","timeZone":"Europe/Berlin"}""", "Europe/Berlin", "Tuesday", "10:00")]
    [InlineData("""{"dateTime":"2026-09-01T18:00:00+02:00","timeZone":"America/New_York"}""", "UTC+02", "Tuesday", "18:00")]
    [InlineData("""{"dateTime":"2026-09-01T23:30:00-05:30"}""", "UTC-05:30", "Tuesday", "23:30")]
    [InlineData("""{"dateTime":"2026-09-01T22:30:00Z","timeZone":"Europe/Berlin"}""", "Europe/Berlin", "Wednesday", "00:30")]
    [InlineData("""{"dateTime":"2026-09-01T22:30:00","timeZone":"Europe/Berlin"}""", "Europe/Berlin", "Tuesday", "22:30")]
    [InlineData("""{"dateTime":"2026-09-01T22:30:00Z"}""", null, "Tuesday", "22:30")]
    [InlineData("""{"date":"2026-09-01","timeZone":"Asia/Tokyo"}""", "Asia/Tokyo", "Tuesday", null)]
    [InlineData("""{"date":"2026-09-01"}""", null, "Tuesday", null)]
    public void Event_CarriesTheClocksThatItIsSeenBy(string start, string? zone, string weekday, string? time)
    {
        var fields = CalendarRecords.Fields(CalendarRecords.At(start));
        var kind = CortexCatalog.Known.FindTrigger(Providers.GoogleCalendar, "event.created")!.Item;

        Assert.Equal(zone, fields.Text(ItemClock.ZoneField));
        Assert.Equal((weekday, time), (ItemClock.PartOf(fields, kind.Find("start.weekday")!), ItemClock.PartOf(fields, kind.Find("start.time")!)));
    }

    [Theory]
    [InlineData("""{"date":"2026-09-01"}""", "2026-09-01T00:00:00.000Z")]
    [InlineData("""{"date":"2026-09-01","timeZone":"Europe/Berlin"}""", "2026-08-31T22:00:00.000Z")]
    [InlineData("""{"date":"2026-09-01","timeZone":"Mars/Olympus"}""", "2026-09-01T00:00:00.000Z")]
    public void AllDayEvent_BeginsAtMidnightInItsOwnZone_OrInUtc(string start, string begins)
    {
        var fields = CalendarRecords.Fields(CalendarRecords.At(start, """{"date":"2026-09-02"}"""));

        Assert.Equal((begins, "2026-09-02T00:00:00.000Z", true), (fields.Text("start"), fields.Text("end"), fields.GetProperty("allDay").GetBoolean()));
    }

    [Theory]
    [InlineData("""{"dateTime":"2026-09-01T10:00:00-07:00","timeZone":"Europe/Berlin"}""", "2026-09-01T17:00:00.000Z")]
    [InlineData("""{"dateTime":"2026-09-01T10:00:00Z"}""", "2026-09-01T10:00:00.000Z")]
    [InlineData("""{"dateTime":"2026-09-01T10:00:00","timeZone":"America/New_York"}""", "2026-09-01T14:00:00.000Z")]
    [InlineData("""{"dateTime":"2026-09-01T10:00","timeZone":"Asia/Kolkata"}""", "2026-09-01T04:30:00.000Z")]
    [InlineData("""{"dateTime":"2026-09-01T10:00:00","timeZone":"Mars/Olympus"}""", "2026-09-01T10:00:00.000Z")]
    [InlineData("""{"dateTime":"2026-09-01T10:00:00"}""", "2026-09-01T10:00:00.000Z")]
    [InlineData("""{"dateTime":"2026-03-29T02:30:00","timeZone":"Europe/Berlin"}""", "2026-03-29T01:30:00.000Z")]
    [InlineData("""{"dateTime":"2026-10-25T02:30:00","timeZone":"Europe/Berlin"}""", "2026-10-25T00:30:00.000Z")]
    public void Time_IsWhatItsOffsetSays_OrItsZone(string start, string moment)
    {
        var record = CalendarRecords.Normalise(CalendarRecords.At(start));

        Assert.Equal((moment, Time(moment)), (JsonElement.Parse(record.FieldsJson).Text("start"), record.StartsAt));
    }

    [Theory]
    [InlineData("""{"dateTime":"soon"}""")]
    [InlineData("""{"date":"2026-02-30"}""")]
    [InlineData("""{"dateTime":7,"date":["x"]}""")]
    [InlineData("""{"dateTime":"9999-12-31T23:59:59","timeZone":"America/New_York"}""")]
    [InlineData("""{"date":"0001-01-01","timeZone":"Asia/Tokyo"}""")]
    [InlineData("""{"date":"-9998-01-01","timeZone":"Asia/Tokyo"}""")]
    [InlineData("{}")]
    [InlineData("\"2026-09-01\"")]
    [InlineData("null")]
    public void Time_ThatIsNone_IsLeftOut(string time)
    {
        var record = CalendarRecords.Normalise(CalendarRecords.At(time, time));

        Assert.Equal((null, null), (record.StartsAt, record.EndsAt));
        Assert.Equal((null, null), (JsonElement.Parse(record.FieldsJson).Field("start"), JsonElement.Parse(record.FieldsJson).Field("end")));
    }

    [Fact]
    public void Event_WithoutAnEnd_StartsAndDoesNotEnd()
    {
        var record = CalendarRecords.Normalise(CalendarRecords.At("""{"dateTime":"2026-09-01T10:00:00Z"}"""));

        Assert.Equal((Time("2026-09-01T10:00:00Z"), null), (record.StartsAt, record.EndsAt));
    }

    [Theory]
    [InlineData(RecordAction.Updated, ""","status":"cancelled" """)]
    [InlineData(RecordAction.Deleted, "")]
    public void Event_ThatIsCancelled_DoesNotTakePlace(RecordAction action, string status)
    {
        var record = CalendarRecords.Normalise($$"""{"id":"e1","start":{"date":"2026-09-01"},"end":{"date":"2026-09-02"}{{status}}}""", action: action);

        Assert.Equal((null, null, "cancelled"), (record.StartsAt, record.EndsAt, JsonElement.Parse(record.FieldsJson).Text("status")));
    }

    [Fact]
    public void Instance_CarriesItsSeries() => Assert.Equal("7series", CalendarRecords.Fields(CalendarRecords.Instance).Text("recurringEventId"));

    [Fact]
    public void EventOfASharedCalendar_NamesItAndWhoMadeTheEvent()
    {
        var record = CalendarRecords.Normalise(
            """{"id":"e1","creator":{"email":"Ben@example.com"},"organizer":{"email":"f00d@group.calendar.google.com","displayName":"Family","self":true}}""");
        var fields = JsonElement.Parse(record.FieldsJson);

        Assert.Equal(("ben@example.com", "Family"), (fields.Text("organizer"), fields.Text("calendar")));
        Assert.Empty(record.Missing);
    }

    [Fact]
    public void InvitationFromASharedCalendar_DoesNotLieInIt()
    {
        var record = CalendarRecords.Normalise("""{"id":"e1","organizer":{"email":"f00d@group.calendar.google.com","displayName":"Club"}}""");

        Assert.Equal(["calendar"], record.Missing);
        Assert.Equal("f00d@group.calendar.google.com", JsonElement.Parse(record.FieldsJson).Text("organizer"));
    }

    [Fact]
    public void Attendees_BeyondTheLimit_AreCut_AndOmittedOnesAreMissing()
    {
        var many = string.Join(',', Enumerable.Range(0, 300).Select(i => $$"""{"email":"guest-{{i:000}}@example.com"}"""));

        var attendees = CalendarRecords.Fields($$"""{"id":"e1","attendees":[{{many}}]}""").Texts("attendees");
        var omitted = CalendarRecords.Normalise("""{"id":"e1","attendeesOmitted":true,"attendees":[{"email":"me@example.com"}]}""");

        Assert.Equal((ItemLimits.ListEntriesMax, "guest-000@example.com", "guest-099@example.com"), (attendees.Length, attendees[0], attendees[^1]));
        Assert.Equal(["attendees", "calendar"], omitted.Missing);
        Assert.Null(JsonElement.Parse(omitted.FieldsJson).Field("attendees"));
    }

    [Theory]
    [InlineData("""{"id":"e1"}""")]
    [InlineData("""{"id":"e1","summary":7,"description":{},"location":[],"start":1,"end":"x","organizer":"ada","creator":[],"attendees":{"email":"a@x.example"},"status":null,"created":true,"recurringEventId":{}}""")]
    [InlineData("""{"id":"e1","attendees":[1,null,"a@x.example",{"email":7}],"created":"yesterday","organizer":{"email":""}}""")]
    [InlineData("""{"id":"e1","summary":"\ud800\u0000","location":"a\nb","status":""}""")]
    [InlineData("[]")]
    public void Event_OfOddTypes_IsReadAsFarAsItGoes(string body)
    {
        var record = CalendarRecords.Normalise(body);
        var fields = JsonElement.Parse(record.FieldsJson);

        Assert.Equal(Records.FirstSeen, record.OccurredAt);
        Assert.Equal(("confirmed", false), (fields.Text("status"), fields.GetProperty("allDay").GetBoolean()));
        Assert.Empty(fields.Texts("attendees"));
        Assert.DoesNotContain('\0', record.FieldsJson);
    }

    [Fact]
    public void Texts_AreCutAtTheirLimits()
    {
        var text = new string('x', ItemLimits.BodyLengthMax + 1);

        var fields = CalendarRecords.Fields($$"""{"id":"e1","summary":"{{text}}","description":"{{text}}","location":"{{text}}"}""");

        Assert.Equal(
            (ItemLimits.SubjectLengthMax, ItemLimits.BodyLengthMax, ItemLimits.TextLengthMax),
            (fields.Text("summary")!.Length, fields.Text("description")!.Length, fields.Text("location")!.Length));
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
