using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Programs;
using Cortex.Storage.Deliveries;
using Cortex.Storage.Runs;
using Cortex.Storage.Units;
using Cortex.Testing;

namespace Cortex.Grains.Tests;

/// <summary>Events of a calendar through two silos and the sandbox's Google Calendar, and what the steps change coming back as events.</summary>
public sealed class CalendarFlowTests(GrainCluster cluster) : GrainTest(cluster)
{
    private const string Calendar = "google-calendar";

    private readonly string _account = $"calendar-{Guid.NewGuid():N}";

    private ConnectionKey CalendarKey => ConnectionKey.For(Calendar, _account);

    [Fact]
    public async Task Event_ThatIsCreated_IsChanged_AndAnotherOneMade_WhichIsAnEventInItsTurn()
    {
        await ConnectCalendarAsync();
        var planner = await CalendarUnitAsync(
            "event.created", "Launch", new Step("calendar.update_event", """{"location":"Room 9"}"""), new Step("calendar.create_event", """{"summary":"Prepare {{ summary }}","start":"tomorrow 09:00","duration":"30m"}"""));
        var follower = await CalendarUnitAsync("event.created", "Prepare", new Step("none", "{}"));
        var watcher = await CalendarUnitAsync("event.updated", "Launch", new Step("none", "{}"));

        await PutAsync(new { id = "launch1", summary = "Launch", start = new { dateTime = "2030-01-01T10:00:00Z" }, end = new { dateTime = "2030-01-01T11:00:00Z" } });
        await TellAsync();
        var steps = await StepsAsync((await RunAsync(planner, RunStatus.Completed)).Id);
        await TellAsync();

        Assert.Equal("Room 9", (string)(await ProxyAsync(HttpMethod.Get, "calendars/primary/events/launch1"))["location"]!);
        var made = await ProxyAsync(HttpMethod.Get, $"calendars/primary/events/{JsonElement.Parse(steps[1].OutputJson!).Text("eventId")}");
        Assert.Equal(("Prepare Launch", "confirmed"), ((string)made["summary"]!, (string)made["status"]!));
        Assert.Contains("Prepare Launch", (await RunAsync(follower, RunStatus.Completed)).ItemJson, StringComparison.Ordinal);
        Assert.Contains("Room 9", (await RunAsync(watcher, RunStatus.Completed)).ItemJson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Step_WhoseAnswerIsLost_MakesOneEvent()
    {
        await ConnectCalendarAsync();
        var unit = await CalendarUnitAsync("event.created", "Launch", new Step("calendar.create_event", """{"summary":"Prepare","start":"2030-01-01"}"""));
        await FaultAsync(new { match = "POST /proxy/calendar/v3/calendars/primary/events", times = 1, afterEffect = true }, _account);

        await PutAsync(new { id = "launch2", summary = "Launch", start = new { date = "2030-01-02" }, end = new { date = "2030-01-03" } });
        await TellAsync();
        var run = await RunAsync(unit, RunStatus.Completed);

        Assert.Equal(2, Assert.Single(await StepsAsync(run.Id)).Attempts);
        Assert.Single((await ProxyAsync(HttpMethod.Get, "calendars/primary/events?q=Prepare"))["items"]!.AsArray());
    }

    /// <summary>Google mails the guests for every change that it makes, and for none that it refuses.</summary>
    [Theory]
    [InlineData("calendar.update_event", """{"location":"Room 9","start":"2030-01-01T12:00:00Z"}""", "PATCH", 500)]
    [InlineData("calendar.delete_event", "{}", "DELETE", 500, 410)]
    public async Task Change_WhoseAnswerIsLost_IsMadeOnce_SoThatGuestsAreToldOnce(string tool, string input, string method, params int[] answers)
    {
        await ConnectCalendarAsync();
        var unit = await CalendarUnitAsync("event.created", "Launch", new Step(tool, input));
        await FaultAsync(new { match = $"{method} /proxy/calendar/v3/calendars/primary/events/launch4", times = 1, afterEffect = true, status = 500 }, _account);

        await PutAsync(new { id = "launch4", summary = "Launch", start = new { dateTime = "2030-01-01T10:00:00Z" }, end = new { dateTime = "2030-01-01T11:00:00Z" } });
        await TellAsync();
        var run = await RunAsync(unit, RunStatus.Completed);

        Assert.Equal(2, Assert.Single(await StepsAsync(run.Id)).Attempts);
        Assert.Equal(answers, (await Cluster.Sandbox.CallsAsync(_account)).Where(call => (string)call!["method"]! == method).Select(call => (int)call!["status"]!));
    }

    [Fact]
    public async Task Event_ThatIsDeleted_IsCancelledWithWhatWasKnownOfIt()
    {
        await ConnectCalendarAsync();
        var unit = await CalendarUnitAsync("event.cancelled", "Launch", new Step("calendar.delete_event", "{}"));
        var said = await UnitAsync("when: a calendar event is cancelled then: do nothing");
        await PutAsync(new { id = "launch3", summary = "Launch", location = "Room 4", start = new { date = "2030-01-02" }, end = new { date = "2030-01-03" } });
        await TellAsync();

        await PutAsync(new { id = "launch3", _deleted = true });
        await TellAsync();

        var trigger = JsonNode.Parse((await RunAsync(unit, RunStatus.Completed)).ItemJson)!;
        Assert.Equal(("Room 4", "cancelled"), ((string)trigger["location"]!, (string)trigger["status"]!));
        await RunAsync(said, RunStatus.Completed);
    }

    [Fact]
    public async Task Series_IsCreatedOnceAndDeletedOnce_AndASingleInstanceCounts()
    {
        await ConnectCalendarAsync();
        var created = await CalendarUnitAsync("event.created", "Standup", new Step("none", "{}"));
        var cancelled = await CalendarUnitAsync("event.cancelled", "Standup", new Step("none", "{}"));
        var made = Stamp(TimeProvider.System.GetUtcNow());
        await PutAsync([.. Instances("standup", made, 3, 1, 2)]);
        var fates = FatesOf(await TellAsync()).Where(fate => (string)fate["unitId"]! == created.ToString());
        Assert.Equal(["standup_1 ran", "standup_2 duplicate", "standup_3 duplicate"], fates.Select(fate => $"{fate["itemId"]} {fate["fate"]}").Order());
        await PutAsync([.. Instances("standup", made, 4)]);
        await TellAsync();

        await PutAsync(new { id = "standup_4", _deleted = true });
        await TellAsync();
        Assert.Equal("standup_4", Assert.Single(await RecordsAsync(cancelled)));

        await PutAsync([.. Instances("daily", made, 1, 2, 3)]);
        await TellAsync();
        await PutAsync([.. new[] { 2, 3, 1 }.Select(i => new { id = $"daily_{i}", _deleted = true })]);
        await TellAsync();

        Assert.Equal(["daily_1", "standup_1"], (await RecordsAsync(created)).Order());
        Assert.Equal(["daily_1", "standup_4"], (await RecordsAsync(cancelled)).Order());
    }

    [Fact]
    public async Task Series_IsOneRunInABacktest()
    {
        await ConnectCalendarAsync();
        await PutAsync([.. Instances("standup", Stamp(TimeProvider.System.GetUtcNow()), 2, 1, 3)]);
        await TellAsync();

        var backtest = (await Cluster.Grains.Rehearsal(User).BacktestPromptAsync("when: a calendar event is created then: do nothing", 7, None)).Value!;

        Assert.Equal((3, 1, "standup_1"), (backtest.Examined, backtest.Matched, Assert.Single(backtest.Matches).RecordId));
    }

    /// <summary>Google tells of every instance when its series was made.</summary>
    private static IEnumerable<object> Instances(string series, string made, params int[] numbers) => numbers.Select(i => new
    {
        id = $"{series}_{i}",
        summary = "Standup",
        recurringEventId = series,
        created = made,
        start = new { date = $"2030-01-0{i}" },
        end = new { date = $"2030-01-0{i + 1}" },
    });

    private static string Stamp(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private async Task<List<string>> RecordsAsync(UnitId unit)
    {
        var runs = await Eventually.GetAsync(async () => await RunsAsync(unit) is { Count: > 0 } all && all.TrueForAll(run => run.Status == RunStatus.Completed) ? all : null);
        return [.. runs.Select(run => (string)JsonNode.Parse(run.ItemJson)!["id"]!)];
    }

    private async Task ConnectCalendarAsync()
    {
        (await Cluster.SandboxHttp.SendAsync(HttpMethod.Post, "/sandbox/connections", new { uid = User.Value, providerConfigKey = Calendar, connectionId = _account })).Ok();
        Assert.False((await Cluster.Grains.Connection(CalendarKey).ConnectAsync(User, Calendar, _account, None)).IsRefused);
    }

    private async Task<UnitId> CalendarUnitAsync(string eventName, string title, params Step[] steps)
    {
        var where = new AllOf([new Comparison("summary", Operator.StartsWith, Literal.Of(title))]);
        var json = ProgramJson.Write(new(1, new(Providers.GoogleCalendar, eventName, where), steps));
        var id = UnitId.New(TimeProvider.System.GetUtcNow());
        var program = new CompiledProgram([Providers.GoogleCalendar], eventName, json, ProgramJson.Hash(json), "A program of a test.", "builtin");
        await new UnitStore(Cluster.Db).InsertAsync(new(id, User, "A unit", "a program of a test", program, null, null), None);
        return id;
    }

    private async Task PutAsync(params object[] records) =>
        (await Cluster.SandboxHttp.SendAsync(HttpMethod.Post, "/sandbox/items", new { connectionId = _account, model = "CalendarEvent", records, webhook = false })).Ok();

    /// <summary>Stores the webhook of a sync run that has just ended, and waits until it is dealt with.</summary>
    private async Task<DeliveryRow> TellAsync()
    {
        var id = await Cluster.StoreAsync(JsonSerializer.Serialize(new
        {
            from = "nango",
            type = "sync",
            connectionId = _account,
            providerConfigKey = Calendar,
            syncName = "events",
            syncVariant = "base",
            model = "CalendarEvent",
            success = true,
            modifiedAfter = Stamp(TimeProvider.System.GetUtcNow().AddSeconds(-30)),
            responseResults = new { added = 1, updated = 0, deleted = 0 },
        }));
        await Cluster.Grains.Connection(CalendarKey).PokeAsync(None);
        return await ProcessedAsync(id);
    }

    private async Task<JsonNode> ProxyAsync(HttpMethod method, string path) => (await Cluster.SandboxHttp.SendAsync(
        method, $"/proxy/calendar/v3/{path}", null, ("Authorization", $"Bearer {Cluster.NangoKey}"), ("Connection-Id", _account), ("Provider-Config-Key", Calendar))).Ok();
}
