using System.Text.Json;
using Cortex.Core.Tests.Support;
using Cortex.Tools;

namespace Cortex.Core.Tests.Tools;

/// <summary>The step begins on Friday, 21 August 2026, 18:59:30 UTC: 20:59:30 in Berlin.</summary>
public sealed class CalendarCreateEventTests
{
    private const string Tool = "calendar.create_event";
    private const string Insert = "POST /proxy/calendar/v3/calendars/primary/events?sendUpdates=all";
    private const string Made = """{"id":"a1b2c3d4e5f60718","htmlLink":"https://calendar.example/e/7"}""";

    private static readonly ToolResult Done = new ToolResult.Completed("""{"eventId":"a1b2c3d4e5f60718","link":"https://calendar.example/e/7"}""");

    [Fact]
    public async Task Event_IsMadeUnderAnIdOfOurs_AndItsGuestsAreInvited()
    {
        await using var bench = await ToolBench.StartAsync(CalendarBench.Berlin, Reply.Json(Made));

        var result = await bench.ExecuteAsync(Tool, new
        {
            summary = "Call \"Ada\"",
            start = "tomorrow 09:00",
            duration = "30m",
            description = "Bring:\n- numbers",
            location = "Room 4",
            attendees = "Ben@example.com, me, zoe@x.example, ben@example.com",
        });

        Assert.Equal(Done, result);
        Assert.Equal([CalendarBench.Zone, Insert], bench.Gmail.Calls);
        Assert.True(JsonElement.DeepEquals(
            JsonElement.Parse(
                """
                {"id":"a1b2c3d4e5f60718","summary":"Call \"Ada\"","description":"Bring:\n- numbers","location":"Room 4",
                 "start":{"dateTime":"2026-08-22T09:00:00+02:00","timeZone":"Europe/Berlin"},"end":{"dateTime":"2026-08-22T09:30:00+02:00","timeZone":"Europe/Berlin"},
                 "attendees":[{"email":"ben@example.com"},{"email":"zoe@x.example"}]}
                """),
            bench.Gmail.Requests[1].Json));
    }

    [Theory]
    [InlineData("2026-09-01T10:00:00.000Z", "", """{"dateTime":"2026-09-01T10:00:00Z"}""", """{"dateTime":"2026-09-01T11:00:00Z"}""")]
    [InlineData("2026-09-01T10:00+02:00", "2026-09-01T12:15+02:00", """{"dateTime":"2026-09-01T08:00:00Z"}""", """{"dateTime":"2026-09-01T10:15:00Z"}""")]
    [InlineData("+2 hours", "", """{"dateTime":"2026-08-21T20:59:30Z"}""", """{"dateTime":"2026-08-21T21:59:30Z"}""")]
    [InlineData("now", "", """{"dateTime":"2026-08-21T18:59:30Z"}""", """{"dateTime":"2026-08-21T19:59:30Z"}""")]
    [InlineData("2026-09-01", "", """{"date":"2026-09-01"}""", """{"date":"2026-09-02"}""")]
    [InlineData("2026-09-01", "2026-09-03", """{"date":"2026-09-01"}""", """{"date":"2026-09-04"}""")]
    public async Task Time_ThatNeedsNoZone_IsSentAtOnce(string start, string end, string sentStart, string sentEnd)
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json(Made));

        Assert.Equal(Done, await bench.ExecuteAsync(Tool, new { summary = "x", start, end }));
        Assert.Equal([Insert], bench.Gmail.Calls);
        Assert.Equal((sentStart, sentEnd), Sent(bench, 0));
    }

    [Theory]
    [InlineData("2026-09-01T10:00", "", "2026-09-01T10:00:00+02:00", "2026-09-01T11:00:00+02:00")]
    [InlineData("2026-12-01 10:00", "2026-12-01 10:30", "2026-12-01T10:00:00+01:00", "2026-12-01T10:30:00+01:00")]
    [InlineData("+90 days 08:00", "", "2026-11-19T08:00:00+01:00", "2026-11-19T09:00:00+01:00")]
    [InlineData("2026-03-29T02:30", "", "2026-03-29T03:30:00+02:00", "2026-03-29T04:30:00+02:00")]
    [InlineData("2026-10-25T02:30", "", "2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00")]
    [InlineData("next monday 09:15", "", "2026-08-24T09:15:00+02:00", "2026-08-24T10:15:00+02:00")]
    public async Task Time_WithoutAnOffset_IsByTheCalendarsClocks(string start, string end, string sentStart, string sentEnd)
    {
        await using var bench = await ToolBench.StartAsync(CalendarBench.Berlin, Reply.Json(Made));

        Assert.Equal(Done, await bench.ExecuteAsync(Tool, new { summary = "x", start, end }));
        var body = bench.Gmail.Requests[1].Json;
        Assert.Equal(
            (sentStart, sentEnd, "Europe/Berlin"),
            (body.GetProperty("start").GetProperty("dateTime").GetString(), body.GetProperty("end").GetProperty("dateTime").GetString(), body.GetProperty("start").GetProperty("timeZone").GetString()));
    }

    [Theory]
    [InlineData("tomorrow", "", """{"date":"2026-08-22"}""", """{"date":"2026-08-23"}""")]
    [InlineData("today", "3d", """{"date":"2026-08-21"}""", """{"date":"2026-08-24"}""")]
    [InlineData("+3 days", "", """{"date":"2026-08-24"}""", """{"date":"2026-08-25"}""")]
    public async Task Day_InWords_IsAWholeDayOfTheCalendarsZone(string start, string duration, string sentStart, string sentEnd)
    {
        await using var bench = await ToolBench.StartAsync(CalendarBench.Berlin, Reply.Json(Made));

        Assert.Equal(Done, await bench.ExecuteAsync(Tool, new { summary = "x", start, duration }));
        Assert.Equal((sentStart, sentEnd), Sent(bench, 1));
    }

    [Fact]
    public async Task Day_IsThatOfTheZone_NotOfUtc()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json("""{"timeZone":"Pacific/Auckland"}"""), Reply.Json(Made));

        await bench.ExecuteAsync(Tool, new { summary = "x", start = "tomorrow" });

        Assert.Equal("""{"date":"2026-08-23"}""", Sent(bench, 1).Start);
    }

    [Fact]
    public async Task Event_ThatAnEarlierTryMade_IsReadAndNotMadeAgain()
    {
        await using var bench = await ToolBench.StartAsync(
            Reply.Status(409, """{"error":{"errors":[{"domain":"global","reason":"duplicate","message":"The requested identifier already exists."}],"code":409,"message":"The requested identifier already exists."}}"""),
            Reply.Json(Made));

        Assert.Equal(Done, await bench.ExecuteAsync(Tool, new { summary = "x", start = "2026-09-01" }));
        Assert.Equal([Insert, "GET /proxy/calendar/v3/calendars/primary/events/a1b2c3d4e5f60718"], bench.Gmail.Calls);
    }

    [Fact]
    public async Task Answer_WithoutAnId_IsTriedAgain()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json("{}"));

        Assert.IsType<ToolResult.Unknown>(await bench.ExecuteAsync(Tool, new { summary = "x", start = "2026-09-01" }));
    }

    [Theory]
    [InlineData("family", "f00d%40group.calendar.google.com")]
    [InlineData("Work", "w1")]
    [InlineData("work (acme)", "w1")]
    public async Task Calendar_IsFoundByItsName(string calendar, string id)
    {
        await using var bench = await ToolBench.StartAsync(CalendarBench.List, CalendarBench.Berlin, Reply.Json("""{"id":"Ada@example.com"}"""), Reply.Json(Made));

        Assert.Equal(Done, await bench.ExecuteAsync(Tool, new { summary = "x", start = "tomorrow 09:00", calendar, attendees = "me" }));
        Assert.Equal(
            [
                $"GET {CalendarBench.Calendars}", $"GET /proxy/calendar/v3/calendars/{id}/events?maxResults=1&fields=timeZone",
                "GET /proxy/calendar/v3/calendars/primary", $"POST /proxy/calendar/v3/calendars/{id}/events?sendUpdates=all",
            ],
            bench.Gmail.Calls);
        Assert.Equal("""[{"email":"ada@example.com"}]""", bench.Gmail.Requests[3].Json.GetProperty("attendees").GetRawText());
    }

    [Theory]
    [InlineData("garden", "There is no calendar called 'garden' in this account. It has: 'ada@example.com', 'Family', 'Public holidays', 'Work (Acme)'.")]
    [InlineData("public holidays", "may only be read")]
    [InlineData("a", "More than one calendar")]
    [InlineData("old", "no calendar called")]
    public async Task Calendar_ThatCannotBeWrittenTo_IsRefused(string calendar, string why)
    {
        await using var bench = await ToolBench.StartAsync(CalendarBench.List);

        Assert.Contains(why, (await bench.ExecuteAsync(Tool, new { summary = "x", start = "2026-09-01", calendar })).Sentence(), StringComparison.Ordinal);
        Assert.Single(bench.Gmail.Calls);
    }

    [Fact]
    public async Task Calendars_OfSeveralPages_AreAllRead_UpToALimit()
    {
        await using var bench = await ToolBench.StartAsync([.. Enumerable.Repeat(Reply.Json("""{"items":[],"nextPageToken":"n/1"}"""), 9)]);

        Assert.Contains("no calendar called", (await bench.ExecuteAsync(Tool, new { summary = "x", start = "2026-09-01", calendar = "Family" })).Sentence(), StringComparison.Ordinal);
        Assert.Equal([$"GET {CalendarBench.Calendars}", .. Enumerable.Repeat($"GET {CalendarBench.Calendars}&pageToken=n%2F1", 3)], bench.Gmail.Calls);
    }

    [Theory]
    [InlineData("", "", "", "", "no start")]
    [InlineData("soon", "", "", "", "The start 'soon' cannot be understood")]
    [InlineData("0001-01-01", "", "", "", "cannot be understood")]
    [InlineData("9999-12-31T23:59:59Z", "", "", "", "cannot be understood")]
    [InlineData("2026-09-01", "later", "", "", "The end 'later' cannot be understood")]
    [InlineData("2026-09-02", "2026-09-01", "", "", "before it starts")]
    [InlineData("2026-09-01T10:00Z", "2026-09-01T10:00Z", "", "", "before it starts")]
    [InlineData("2026-09-01T10:00Z", "2026-09-01", "", "", "or neither")]
    [InlineData("2026-09-01", "", "30m", "", "needs a time of day")]
    [InlineData("2026-09-01", "", "half an hour", "", "is not a length of time")]
    [InlineData("2026-09-01", "", "0m", "", "is not a length of time")]
    [InlineData("2026-09-01", "", "9999999d", "", "longer than 366 days")]
    [InlineData("2026-09-01", "", "", "ada", "'ada' is not an email address")]
    [InlineData("2026-09-01", "", "", "ada@example.com\r\nBcc: eve@x.example", "is not an email address")]
    public async Task Input_ThatCannotBe_IsRefusedBeforeAnyCall(string start, string end, string duration, string attendees, string why)
    {
        await using var bench = await ToolBench.StartAsync();

        Assert.Contains(why, (await bench.ExecuteAsync(Tool, new { summary = "x", start, end, duration, attendees })).Sentence(), StringComparison.Ordinal);
        Assert.Empty(bench.Gmail.Calls);
    }

    [Theory]
    [InlineData(100, 1)]
    [InlineData(101, 0)]
    public async Task Guests_UpToTheLimit_AreInvited(int guests, int calls)
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json(Made));

        await bench.ExecuteAsync(Tool, new { summary = "x", start = "2026-09-01", attendees = string.Join(',', Enumerable.Range(0, guests).Select(i => $"g{i}@example.com")) });

        Assert.Equal(calls, bench.Gmail.Calls.Count);
    }

    [Fact]
    public async Task Texts_AreOneLineOrCut_AndAnEmptyTitleIsLeftOut()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json(Made), Reply.Json(Made));

        await bench.ExecuteAsync(Tool, new { summary = "a\nb", start = "2026-09-01", description = new string('x', 9_000), location = new string('y', 2_000) });
        await bench.ExecuteAsync(Tool, new { summary = " ", start = "2026-09-01" });

        var body = bench.Gmail.Requests[0].Json;
        Assert.Equal(("a b", 8_192, 1_024), (body.Text("summary"), body.Text("description")!.Length, body.Text("location")!.Length));
        Assert.Equal("""{"id":"a1b2c3d4e5f60718","start":{"date":"2026-09-01"},"end":{"date":"2026-09-02"}}""", bench.Gmail.Requests[1].Body);
    }

    [Theory]
    [InlineData(400, """{"error":{"code":400,"message":"The specified time range is empty."}}""", "HTTP 400): The specified time range is empty.")]
    [InlineData(403, """{"error":{"code":403,"errors":[{"reason":"insufficientPermissions"}],"message":"Insufficient Permission"}}""", "Reconnect Google Calendar")]
    [InlineData(403, """{"error":{"code":403,"errors":[{"reason":"requiredAccessLevel"}],"message":"You need to have writer access to this calendar."}}""", "belongs to somebody else")]
    public async Task Refusal_EndsInASentence(int status, string body, string why)
    {
        await using var bench = await ToolBench.StartAsync(Reply.Status(status, body));

        Assert.Contains(why, (await bench.ExecuteAsync(Tool, new { summary = "x", start = "2026-09-01" })).Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limit_IsWaitedFor_AndAnAuthorisationThatEndedHolds()
    {
        await using var bench = await ToolBench.StartAsync(
            Reply.Status(403, """{"error":{"code":403,"errors":[{"reason":"rateLimitExceeded"}]}}""", ("Retry-After", "7")), Reply.Status(503), Reply.Status(401));
        var input = new { summary = "x", start = "2026-09-01" };

        Assert.Equal(TimeSpan.FromSeconds(7), Assert.IsType<ToolResult.NotDone>(await bench.ExecuteAsync(Tool, input)).After);
        Assert.IsType<ToolResult.Unknown>(await bench.ExecuteAsync(Tool, input));
        Assert.Contains("Reconnect Google Calendar", Assert.IsType<ToolResult.Held>(await bench.ExecuteAsync(Tool, input)).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Zone_ThatIsUnknown_IsSaid()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json("""{"timeZone":"Mars/Olympus"}"""), Reply.Json("{}"));

        Assert.Contains("'Mars/Olympus' is not known", (await bench.ExecuteAsync(Tool, new { summary = "x", start = "tomorrow" })).Sentence(), StringComparison.Ordinal);
        Assert.IsType<ToolResult.NotDone>(await bench.ExecuteAsync(Tool, new { summary = "x", start = "tomorrow" }));
    }

    private static (string Start, string End) Sent(ToolBench bench, int request) =>
        (bench.Gmail.Requests[request].Json.GetProperty("start").GetRawText(), bench.Gmail.Requests[request].Json.GetProperty("end").GetRawText());
}
