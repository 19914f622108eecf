using Cortex.Core.Tests.Support;
using Cortex.Tools;

namespace Cortex.Core.Tests.Tools;

public sealed class CalendarUpdateEventTests
{
    private const string Tool = "calendar.update_event";
    private const string Get = $"GET {CalendarBench.Event}";
    private const string Patch = $"PATCH {CalendarBench.Event}?sendUpdates=all";

    private const string Timed =
        """{"id":"e1","status":"confirmed","start":{"dateTime":"2026-09-01T10:00:00+02:00","timeZone":"Europe/Berlin"},"end":{"dateTime":"2026-09-01T10:45:00+02:00"},"attendees":[{"email":"Ben@example.com","responseStatus":"accepted"}]}""";

    private const string Named =
        """{"id":"e1","summary":"Lunch","location":"Room 5","start":{"dateTime":"2026-09-01T10:00:00+02:00","timeZone":"Europe/Berlin"},"end":{"dateTime":"2026-09-01T10:45:00+02:00"},"attendees":[{"email":"ben@example.com"}]}""";

    private const string Days = """{"id":"e1","start":{"date":"2026-09-01"},"end":{"date":"2026-09-04"}}""";

    private static readonly ToolResult Done = new ToolResult.Completed("""{"eventId":"e1"}""");

    [Fact]
    public async Task Texts_AreChanged_AndNothingElse()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json(Timed), Reply.Json("{}"));

        Assert.Equal(Done, await bench.ExecuteAsync(Tool, new { summary = "Dinner", location = "Room 5", description = "" }, CalendarBench.Item()));
        Assert.Equal([Get, Patch], bench.Gmail.Calls);
        Assert.Equal("""{"summary":"Dinner","location":"Room 5"}""", bench.Gmail.Requests[1].Body);
    }

    [Theory]
    [InlineData(Timed, "2026-09-02T08:00:00Z", "", """{"start":{"dateTime":"2026-09-02T08:00:00Z","date":null},"end":{"dateTime":"2026-09-02T08:45:00Z","date":null}}""")]
    [InlineData(Timed, "", "2026-09-01T09:30:00Z", """{"end":{"dateTime":"2026-09-01T09:30:00Z","date":null}}""")]
    [InlineData(Timed, "2026-09-02T08:00:00Z", "2026-09-02T10:00:00Z", """{"start":{"dateTime":"2026-09-02T08:00:00Z","date":null},"end":{"dateTime":"2026-09-02T10:00:00Z","date":null}}""")]
    [InlineData(Timed, "2026-09-05", "", """{"start":{"date":"2026-09-05","dateTime":null,"timeZone":null},"end":{"date":"2026-09-06","dateTime":null,"timeZone":null}}""")]
    [InlineData(Days, "2026-10-01", "", """{"start":{"date":"2026-10-01","dateTime":null,"timeZone":null},"end":{"date":"2026-10-04","dateTime":null,"timeZone":null}}""")]
    [InlineData(Days, "2026-10-01T08:00Z", "", """{"start":{"dateTime":"2026-10-01T08:00:00Z","date":null},"end":{"dateTime":"2026-10-01T09:00:00Z","date":null}}""")]
    public async Task Event_IsMoved_AndStaysAsLongAsItWas(string current, string start, string end, string sent)
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json(current), Reply.Json("{}"));

        Assert.Equal(Done, await bench.ExecuteAsync(Tool, new { start, end }, CalendarBench.Item()));
        Assert.Equal(sent, bench.Gmail.Requests[1].Body);
    }

    [Fact]
    public async Task Time_InWords_IsByTheCalendarsClocks()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json(Timed), CalendarBench.Berlin, Reply.Json("{}"));

        Assert.Equal(Done, await bench.ExecuteAsync(Tool, new { start = "tomorrow 09:00" }, CalendarBench.Item()));
        Assert.Equal([Get, CalendarBench.Zone, Patch], bench.Gmail.Calls);
        Assert.Equal("2026-08-22T09:45:00+02:00", bench.Gmail.Requests[2].Json.GetProperty("end").Text("dateTime"));
    }

    [Fact]
    public async Task Guests_AreAddedToThoseThatAreInvited()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json(Timed), Reply.Json("{}"));

        Assert.Equal(Done, await bench.ExecuteAsync(Tool, new { attendees = "ben@example.com, zoe@x.example" }, CalendarBench.Item()));
        Assert.Equal("""{"attendees":[{"email":"Ben@example.com","responseStatus":"accepted"},{"email":"zoe@x.example"}]}""", bench.Gmail.Requests[1].Body);
    }

    [Fact]
    public async Task Guests_ThatAreAllInvited_ChangeNothing()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json(Timed));

        Assert.Equal(Done, await bench.ExecuteAsync(Tool, new { attendees = "ben@example.com,me" }, CalendarBench.Item()));
        Assert.Equal([Get], bench.Gmail.Calls);
    }

    /// <summary>Guests are mailed at every change that Google is asked for, were it none: what an earlier try did is not asked for again.</summary>
    [Theory]
    [InlineData("Lunch", "", "", "", "")]
    [InlineData("", "2026-09-01T10:00:00+02:00", "", "", "")]
    [InlineData("", "2026-09-01T08:00:00Z", "2026-09-01T08:45:00Z", "", "")]
    [InlineData("", "", "2026-09-01T08:45:00Z", "", "")]
    [InlineData(" Lunch ", "2026-09-01T08:00:00Z", "", "Room 5", "ben@example.com")]
    public async Task Event_ThatIsSoAlready_IsNotChangedAgain(string summary, string start, string end, string location, string attendees)
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json(Named));

        Assert.Equal(Done, await bench.ExecuteAsync(Tool, new { summary, start, end, location, attendees }, CalendarBench.Item()));
        Assert.Equal([Get], bench.Gmail.Calls);
    }

    [Theory]
    [InlineData("2026-09-01", "", 1)]
    [InlineData("2026-09-01", "2026-09-03", 1)]
    [InlineData("2026-09-01", "2026-09-04", 2)]
    [InlineData("2026-09-01T00:00Z", "2026-09-04T00:00Z", 2)]
    public async Task DaysOfAnEvent_ThatAreSoAlready_AreNotChangedAgain(string start, string end, int calls)
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json(Days), Reply.Json("{}"));

        Assert.Equal(Done, await bench.ExecuteAsync(Tool, new { start, end }, CalendarBench.Item()));
        Assert.Equal(calls, bench.Gmail.Calls.Count);
    }

    [Fact]
    public async Task Change_HasWhatIsNew_AndNoMore()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json(Named), Reply.Json("{}"));

        Assert.Equal(Done, await bench.ExecuteAsync(Tool, new { summary = "Lunch", start = "2026-09-01T08:00:00Z", location = "Room 6" }, CalendarBench.Item()));
        Assert.Equal("""{"location":"Room 6"}""", bench.Gmail.Requests[1].Body);
    }

    [Fact]
    public async Task Event_OfAnotherCalendar_IsFoundThere()
    {
        await using var bench = await ToolBench.StartAsync(CalendarBench.NotFound, CalendarBench.List, CalendarBench.NotFound, CalendarBench.Deleted, Reply.Json(Timed), Reply.Json("{}"));

        Assert.Equal(Done, await bench.ExecuteAsync(Tool, new { summary = "x" }, CalendarBench.Item()));
        Assert.Equal(
            [
                Get, $"GET {CalendarBench.Calendars}", "GET /proxy/calendar/v3/calendars/f00d%40group.calendar.google.com/events/e1",
                "GET /proxy/calendar/v3/calendars/days%40holiday/events/e1", "GET /proxy/calendar/v3/calendars/w1/events/e1",
                "PATCH /proxy/calendar/v3/calendars/w1/events/e1?sendUpdates=all",
            ],
            bench.Gmail.Calls);
    }

    [Fact]
    public async Task Event_ThatIsGone_Fails()
    {
        await using var nowhere = await ToolBench.StartAsync(CalendarBench.NotFound, Reply.Json("""{"items":[]}"""));
        await using var cancelled = await ToolBench.StartAsync(Reply.Json("""{"id":"e1","status":"cancelled"}"""));

        Assert.Contains("no longer there", (await nowhere.ExecuteAsync(Tool, new { summary = "x" }, CalendarBench.Item())).Sentence(), StringComparison.Ordinal);
        Assert.Contains("cancelled", (await cancelled.ExecuteAsync(Tool, new { summary = "x" }, CalendarBench.Item())).Sentence(), StringComparison.Ordinal);
        Assert.Single(cancelled.Gmail.Calls);
    }

    [Fact]
    public async Task Event_AmongTooManyCalendars_IsNotSearchedForInAll()
    {
        var many = string.Join(',', Enumerable.Range(0, 21).Select(i => $$"""{"id":"c{{i}}"}"""));
        await using var bench = await ToolBench.StartAsync([CalendarBench.NotFound, Reply.Json($$"""{"items":[{{many}}]}"""), .. Enumerable.Repeat(CalendarBench.NotFound, 30)]);

        Assert.Contains("first 20 calendars", (await bench.ExecuteAsync(Tool, new { summary = "x" }, CalendarBench.Item())).Sentence(), StringComparison.Ordinal);
        Assert.Equal(22, bench.Gmail.Calls.Count);
    }

    [Fact]
    public async Task Search_ThatFailsOnTheWay_IsTriedAgain()
    {
        await using var bench = await ToolBench.StartAsync(CalendarBench.NotFound, CalendarBench.List, Reply.Status(500));

        Assert.IsType<ToolResult.NotDone>(await bench.ExecuteAsync(Tool, new { summary = "x" }, CalendarBench.Item()));
    }

    [Fact]
    public async Task Id_IsOneSegmentWhateverItHolds()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json(Timed), Reply.Json("{}"));

        await bench.ExecuteAsync(Tool, new { summary = "x" }, CalendarBench.Item(id: "a/../b?x=${y}"));

        Assert.Equal("GET /proxy/calendar/v3/calendars/primary/events/a%2F..%2Fb%3Fx%3D%24%7By%7D", bench.Gmail.Calls[0]);
    }

    [Theory]
    [InlineData("e1", "email", Providers.Gmail)]
    [InlineData("..", "event", Providers.GoogleCalendar)]
    [InlineData("e1", "lead", Providers.Salesforce)]
    public async Task Item_ThatIsNoEvent_IsRefused(string id, string kind, string provider)
    {
        await using var bench = await ToolBench.StartAsync();

        Assert.Contains("no event to change", (await bench.ExecuteAsync(Tool, new { summary = "x" }, CalendarBench.Item(id, kind, provider))).Sentence(), StringComparison.Ordinal);
        Assert.Empty(bench.Gmail.Calls);
    }

    [Theory]
    [InlineData("", "", 0, "nothing to change")]
    [InlineData("soon", "", 1, "The start 'soon' cannot be understood")]
    [InlineData("", "2026-09-01", 1, "or neither")]
    [InlineData("", "2026-09-01T07:00Z", 1, "before it starts")]
    public async Task Input_ThatCannotBe_ChangesNothing(string start, string end, int calls, string why)
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json(Timed));

        Assert.Contains(why, (await bench.ExecuteAsync(Tool, new { start, end }, CalendarBench.Item())).Sentence(), StringComparison.Ordinal);
        Assert.Equal(calls, bench.Gmail.Calls.Count);
    }
}
