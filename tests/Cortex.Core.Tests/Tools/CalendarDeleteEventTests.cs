using Cortex.Core.Tests.Support;
using Cortex.Tools;

namespace Cortex.Core.Tests.Tools;

public sealed class CalendarDeleteEventTests
{
    private const string Tool = "calendar.delete_event";
    private const string Delete = $"DELETE {CalendarBench.Event}?sendUpdates=all";

    private static readonly ToolResult Done = new ToolResult.Completed("{}");

    [Fact]
    public async Task Event_IsDeletedOfTheMainCalendar()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Status(204));

        Assert.Equal(Done, await bench.ExecuteAsync(Tool, new { }, CalendarBench.Item()));
        Assert.Equal([Delete], bench.Gmail.Calls);
        Assert.Empty(bench.Gmail.Requests[0].Body);
    }

    [Fact]
    public async Task Event_ThatIsDeletedAlready_IsDone()
    {
        await using var bench = await ToolBench.StartAsync(CalendarBench.Deleted, CalendarBench.NotFound, Reply.Json("""{"items":[]}"""));

        Assert.Equal(Done, await bench.ExecuteAsync(Tool, new { }, CalendarBench.Item()));
        Assert.Equal(Done, await bench.ExecuteAsync(Tool, new { }, CalendarBench.Item()));
    }

    [Fact]
    public async Task Event_OfAnotherCalendar_IsDeletedThere_OrHasBeen()
    {
        await using var bench = await ToolBench.StartAsync(CalendarBench.NotFound, CalendarBench.List, Reply.Json("""{"id":"e1","status":"confirmed"}"""), Reply.Status(204));
        await using var again = await ToolBench.StartAsync(CalendarBench.NotFound, CalendarBench.List, Reply.Json("""{"id":"e1","status":"cancelled"}"""));

        Assert.Equal(Done, await bench.ExecuteAsync(Tool, new { }, CalendarBench.Item()));
        Assert.Equal("DELETE /proxy/calendar/v3/calendars/f00d%40group.calendar.google.com/events/e1?sendUpdates=all", bench.Gmail.Calls[3]);
        Assert.Equal(Done, await again.ExecuteAsync(Tool, new { }, CalendarBench.Item()));
    }

    [Fact]
    public async Task Failure_IsNoDeletion()
    {
        await using var bench = await ToolBench.StartAsync(
            Reply.Status(500), CalendarBench.NotFound, Reply.Status(429), Reply.Status(403, """{"error":{"code":403,"errors":[{"reason":"forbiddenForNonOrganizer"}]}}"""));

        Assert.IsType<ToolResult.Unknown>(await bench.ExecuteAsync(Tool, new { }, CalendarBench.Item()));
        Assert.IsType<ToolResult.NotDone>(await bench.ExecuteAsync(Tool, new { }, CalendarBench.Item()));
        Assert.Contains("Ask its organizer", (await bench.ExecuteAsync(Tool, new { }, CalendarBench.Item())).Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Item_ThatIsNoEvent_IsRefused()
    {
        await using var bench = await ToolBench.StartAsync();

        Assert.Contains("no event to delete", (await bench.ExecuteAsync(Tool, new { })).Sentence(), StringComparison.Ordinal);
        Assert.Empty(bench.Gmail.Calls);
    }
}
