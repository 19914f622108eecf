using Cortex.Core.Tests.Nango;
using Cortex.Core.Tests.Support;
using Cortex.Items;
using Cortex.Tools;
using Microsoft.Extensions.DependencyInjection;

namespace Cortex.Core.Tests.Tools;

public sealed class CalendarItemFetcherTests
{
    private static readonly ProviderAccount Account = new("google-calendar", "c-1");

    [Fact]
    public async Task Calendar_IsTheOneThatHasTheEvent_TheMainOneAskedFirst()
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(CalendarBench.List, CalendarBench.NotFound, Reply.Json("""{"id":"e1","attendees":[{"email":"Zoe@x.example"},{"email":"ada@example.com"}]}"""));

        var fetched = await FetchAsync(bench, CalendarBench.Item(fields: """{"id":"e1","summary":"Prüfung"}""", missing: ["attendees", "calendar"]));

        Assert.Equal("""{"id":"e1","summary":"Prüfung","calendar":"Family","attendees":["ada@example.com","zoe@x.example"]}""", fetched.FieldsJson);
        Assert.Equal(
            [$"GET {CalendarBench.Calendars}", "GET /proxy/calendar/v3/calendars/ada%40example.com/events/e1", "GET /proxy/calendar/v3/calendars/f00d%40group.calendar.google.com/events/e1"],
            bench.Server.Calls);
    }

    [Fact]
    public async Task Field_ThatIsKnownAfterAll_IsNotFetched()
    {
        await using var bench = await NangoBench.StartAsync();
        const string Fields = """{"id":"e1","calendar":"Family"}""";

        Assert.Equal(new FetchedItem(Fields, null), await FetchAsync(bench, CalendarBench.Item(fields: Fields, missing: ["calendar"])));
        Assert.Empty(bench.Server.Calls);
    }

    [Fact]
    public async Task Event_ThatIsNowhere_FailsAndAServerThatIsDownDoesNot()
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Json("""{"items":[{"id":"a"}]}"""), CalendarBench.NotFound, Reply.Json("""{"items":[{"id":"a"}]}"""), Reply.Status(503), Reply.Status(401));
        var item = CalendarBench.Item(missing: ["calendar"]);

        Assert.Contains("no longer in any calendar", (await FetchAsync(bench, item)).Failure!.Sentence(), StringComparison.Ordinal);
        Assert.IsType<ToolResult.NotDone>((await FetchAsync(bench, item)).Failure);
        Assert.IsType<ToolResult.Held>((await FetchAsync(bench, item)).Failure);
    }

    private static Task<FetchedItem> FetchAsync(NangoBench bench, Item item) =>
        bench.Services.GetServices<IItemFetcher>().Single(fetcher => fetcher.Provider == Providers.GoogleCalendar).FetchAsync(Account, item, TestContext.Current.CancellationToken);
}
