using System.Text.Json;
using Cortex.Core.Tests.Support;
using Cortex.Tools;

namespace Cortex.Core.Tests.Tools;

public sealed class CalendarFindEventsTests
{
    private const string Tool = "calendar.find_events";
    private const string Events = "GET /proxy/calendar/v3/calendars/primary/events?";

    private const string Page =
        """
        {"timeZone":"Europe/Berlin","items":[{"id":"1","summary":"Weekly\nsync","location":"Room 4","start":{"dateTime":"2026-08-22T07:00:00Z"}},
          {"id":"2","start":{"date":"2026-08-23"}},{"id":"3","summary":"Odd"}]}
        """;

    [Fact]
    public async Task Events_AreFoundFromDayToDay_TheLastIncluded()
    {
        await using var bench = await ToolBench.StartAsync(CalendarBench.Berlin, Reply.Json(Page));

        var result = await bench.ExecuteAsync(Tool, new { from = "tomorrow", to = "+3 days", query = " sync & \"x\" " });

        Assert.Equal(new ToolResult.Completed("""{"count":3,"events":["2026-08-22 09:00 Weekly sync (Room 4)","2026-08-23 (no title)","Odd"]}"""), result);
        Assert.Equal(
            [
                CalendarBench.Zone,
                $"{Events}timeMin=2026-08-22T00%3A00%3A00%2B02%3A00&timeMax=2026-08-25T00%3A00%3A00%2B02%3A00&singleEvents=true&orderBy=startTime&maxResults=250&q=sync%20%26%20%22x%22",
            ],
            bench.Gmail.Calls);
    }

    [Fact]
    public async Task Moments_AreAskedForAsTheyAre()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json("""{"items":[]}"""));

        Assert.Equal(new ToolResult.Completed("""{"count":0,"events":[]}"""), await bench.ExecuteAsync(Tool, new { from = "now", to = "+2 hours" }));
        Assert.Equal([$"{Events}timeMin=2026-08-21T18%3A59%3A30Z&timeMax=2026-08-21T20%3A59%3A30Z&singleEvents=true&orderBy=startTime&maxResults=250"], bench.Gmail.Calls);
    }

    [Fact]
    public async Task Events_BeyondWhatIsNamed_AreCounted()
    {
        var many = string.Join(',', Enumerable.Range(0, 30).Select(i => $$"""{"summary":"e{{i}}"}"""));
        await using var bench = await ToolBench.StartAsync(Reply.Json($$"""{"items":[{{many}}],"nextPageToken":"p2"}"""), Reply.Json($$"""{"items":[{{many}}]}"""));

        var result = await bench.ExecuteAsync(Tool, new { from = "now", to = "+2 hours" });

        var output = JsonElement.Parse(Assert.IsType<ToolResult.Completed>(result).OutputJson);
        Assert.Equal((60, 51, "and 10 more"), (output.Count("count"), output.GetProperty("events").GetArrayLength(), output.GetProperty("events")[50].GetString()));
        Assert.EndsWith("&maxResults=250&pageToken=p2", bench.Gmail.Calls[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_OfMorePagesThanAreRead_AreNotMiscounted()
    {
        await using var bench = await ToolBench.StartAsync([.. Enumerable.Repeat(Reply.Json("""{"items":[{}],"nextPageToken":"n"}"""), 9)]);

        Assert.Contains("more than 1000 events", (await bench.ExecuteAsync(Tool, new { from = "now", to = "+2 hours" })).Sentence(), StringComparison.Ordinal);
        Assert.Equal(4, bench.Gmail.Calls.Count);
    }

    [Theory]
    [InlineData("", "now", "from when until when")]
    [InlineData("now", "", "from when until when")]
    [InlineData("now", "2020-01-01T00:00Z", "is not after the start")]
    [InlineData("someday", "now", "The from 'someday' cannot be understood")]
    public async Task Input_ThatCannotBe_IsRefusedBeforeAnyCall(string from, string to, string why)
    {
        await using var bench = await ToolBench.StartAsync();

        Assert.Contains(why, (await bench.ExecuteAsync(Tool, new { from, to })).Sentence(), StringComparison.Ordinal);
        Assert.Empty(bench.Gmail.Calls);
    }
}
