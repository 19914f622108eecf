using System.Text.Json;
using Cortex.Connections;
using Cortex.Items;
using Cortex.Nango;

namespace Cortex.Core.Tests.Items;

public sealed class CalendarHappeningsTests
{
    private const string Event = """{"id":"e1","summary":"Lunch","location":"Room 4","start":{"dateTime":"2026-09-01T10:00:00Z"},"created":"2026-08-20T09:00:00Z"}""";
    private const string Cancelled = """{"id":"e1","summary":"Lunch","location":"Room 4","start":{"dateTime":"2026-09-01T10:00:00Z"},"status":"cancelled"}""";

    [Theory]
    [InlineData(RecordAction.Added)]
    [InlineData(RecordAction.Updated)]
    public void Event_SeenForTheFirstTime_WasCreatedWhenGoogleSays(RecordAction action) =>
        Assert.Equal([new Happening("event.created", "created", new(2026, 8, 20, 9, 0, 0, TimeSpan.Zero))], CalendarRecords.Change(Event, before: null, action));

    [Fact]
    public void Event_ThatDoesNotSayWhenItWasCreated_WasCreatedWhenItWasFirstSeen() =>
        Assert.Equal(Records.FirstSeen, Assert.Single(CalendarRecords.Change("""{"id":"e1"}""", before: null)).OccurredAt);

    [Fact]
    public void Event_FirstSeenWhenItIsCancelled_IsNoNews()
    {
        Assert.Empty(CalendarRecords.Change(Cancelled, before: null));
        Assert.Empty(CalendarRecords.Change("""{"id":"e1"}""", before: null, RecordAction.Deleted));
    }

    [Theory]
    [InlineData("7series")]
    [InlineData("7series_R20261001T080000")]
    [InlineData("7series_R20261001")]
    public void Series_IsCreatedOnce_HoweverManyInstancesAndPiecesItHas(string series)
    {
        var happening = Assert.Single(CalendarRecords.Change(CalendarRecords.Instance.Replace("7series", series, StringComparison.Ordinal), before: null));

        Assert.Equal(("event.created", "created", "7series"), (happening.Name, happening.Occurrence, happening.Series));
    }

    [Theory]
    [InlineData("Room 4", "Room 5")]
    [InlineData("Lunch", "Dinner")]
    [InlineData("2026-09-01T10:00:00Z", "2026-09-01T11:00:00Z")]
    public void Event_ThatPeopleSeeChanged_IsUpdatedAtTheTimeOfItsChange(string from, string to)
    {
        var happening = Assert.Single(CalendarRecords.Change(Event.Replace(from, to, StringComparison.Ordinal), Event));

        Assert.Equal(new("event.updated", "updated 2026-08-21T18:45:01.000000Z", Records.LastModified), happening);
    }

    [Theory]
    [InlineData(""" "etag":"\"2\"","updated":"2026-08-21T18:45:00Z","sequence":2,"reminders":{"useDefault":false},"colorId":"4" """)]
    [InlineData(""" "attendees":[],"organizer":{"email":""} """)]
    [InlineData(""" "organizer":{"email":""},"attendeesOmitted":true,"attendees":[{"email":"me@example.com"}] """)]
    public void Event_ThatOnlyGoogleSeesChanged_IsNoNews(string noise) => Assert.Empty(CalendarRecords.Change(Event.Replace("\"summary\"", $"{noise},\"summary\"", StringComparison.Ordinal), Event));

    [Fact]
    public void Guests_WhomGoogleNamesInAnotherOrder_AreNoNews()
    {
        const string One = """{"id":"e1","attendees":[{"email":"a@x.example","responseStatus":"needsAction"},{"email":"b@x.example"}]}""";
        const string Other = """{"id":"e1","attendees":[{"email":"b@x.example"},{"email":"a@x.example","responseStatus":"accepted"}]}""";

        Assert.Empty(CalendarRecords.Change(Other, One));
        Assert.Equal("event.updated", Assert.Single(CalendarRecords.Change("""{"id":"e1","attendees":[{"email":"b@x.example"}]}""", One)).Name);
    }

    [Fact]
    public void Event_ThatIsDeletedOrSaysSo_IsCancelled()
    {
        Happening cancelled = new("event.cancelled", "cancelled 2026-08-21T18:45:01.000000Z", Records.LastModified);

        Assert.Equal([cancelled], CalendarRecords.Change("""{"id":"e1"}""", Event, RecordAction.Deleted));
        Assert.Equal([cancelled], CalendarRecords.Change(Cancelled, Event));
    }

    [Fact]
    public void Event_ThatWasCancelledBefore_IsNotCancelledAgain_AndIsChangedWhenItIsBack()
    {
        Assert.Empty(CalendarRecords.Change("""{"id":"e1"}""", Cancelled, RecordAction.Deleted));
        Assert.Empty(CalendarRecords.Change(Cancelled, Cancelled));
        Assert.Equal("event.updated", Assert.Single(CalendarRecords.Change(Event, Cancelled)).Name);
    }

    [Fact]
    public void Cancellation_ThatBringsTheIdAlone_LeavesWhatWasKnownOfTheEvent()
    {
        var record = Records.Record("""{"id":"4q2k1d3m8n7s","status":"cancelled"}""", RecordAction.Updated);

        var change = SyncPass.ChangeOf(RecordNormaliser.Normalise(Providers.GoogleCalendar, "CalendarEvent", record)!, record, CalendarRecords.Normalise(CalendarRecords.Timed).FieldsJson);

        Assert.Equal(("Quarterly numbers", "cancelled"), (change.Fields.Text("summary"), change.Fields.Text("status")));
        Assert.Equal("event.cancelled", Assert.Single(Happenings.Of(change)).Name);
    }

    [Fact]
    public void Deletion_LeavesWhatWasKnownOfTheEvent()
    {
        var before = CalendarRecords.Normalise(CalendarRecords.Instance).FieldsJson;
        var expected = JsonElement.Parse(before.Replace("confirmed", "cancelled", StringComparison.Ordinal));

        Assert.True(JsonElement.DeepEquals(expected, JsonElement.Parse(ProviderItems.OfKind("event")!.AfterDeletion(before))));
    }

    [Fact]
    public void Instances_ThatAreDeletedByOneRunOfTheSync_AreOneCancellation_AndALaterOneIsAnother()
    {
        var first = Cancel("7series_20260907T080000Z", Records.LastModified);
        var same = Cancel("7series_20260914T080000Z", Records.LastModified.AddMicroseconds(7));
        var later = Cancel("7series_20260921T080000Z", Records.LastModified.AddMinutes(1));

        Assert.Equal(("event.cancelled", "7series", "cancelled 2026-08-21T18:45Z"), (first.Name, first.Series, first.Occurrence));
        Assert.Equal(new(2026, 8, 21, 18, 46, 0, TimeSpan.Zero), first.OccurredAt);
        Assert.Equal(first, same);
        Assert.Equal((first.Series, "cancelled 2026-08-21T18:46Z"), (later.Series, later.Occurrence));
    }

    [Fact]
    public void Record_EmptiedByNango_IsNoNews() => Assert.Empty(CalendarRecords.Change("""{"id":"e1","_nango_metadata":{"pruned_at":"2026-08-21T18:40:01+00:00"}}""", Event));

    private static Happening Cancel(string id, DateTimeOffset at) => Assert.Single(CalendarRecords.Change(
        $$"""{"id":"{{id}}"}""", CalendarRecords.Instance.Replace("7series_20260907T080000Z", id, StringComparison.Ordinal), RecordAction.Deleted, at));
}
