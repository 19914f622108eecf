using Cortex.Programs;
using Cortex.Storage.Connections;
using Cortex.Storage.Deliveries;
using Cortex.Storage.Items;
using Cortex.Storage.Runs;
using Cortex.Storage.Units;
using Cortex.Testing;

namespace Cortex.Grains.Tests;

/// <summary>Meetings set automations off when they begin and end, and some time ahead.</summary>
public sealed class ClockTests(GrainCluster cluster) : GrainTest(cluster)
{
    private readonly ConnectionKey _calendar = ConnectionKey.For("google-calendar", $"calendar-{Guid.NewGuid():N}");

    [Theory]
    [InlineData("event.starting", 0, 2, 3_600)]
    [InlineData("event.starting", 10, 602, 3_600)]
    [InlineData("event.ended", null, -3_600, 2)]
    public async Task AMeeting_SetsItsAutomationsOff_WhenItsTimeComes(string name, int? minutesBefore, int startsIn, int endsIn)
    {
        await ConnectCalendarAsync();
        var unit = await TimedUnitAsync(name, minutesBefore);
        await MeetingAsync("meeting", startsIn, endsIn);

        var run = await RunAsync(unit, RunStatus.Completed);

        Assert.Equal(_calendar, run.Connection);
        Assert.Contains("\"id\":\"meeting\"", run.ItemJson, StringComparison.Ordinal);
        var tick = await Eventually.GetAsync(async () => (await EventsAsync()) is [{ Status: "processed" } done] ? done : null);
        Assert.Equal(("clock", DeliverySource.Clock, "ran"), (tick.Type, tick.Source, tick.Outcome));
    }

    [Fact]
    public async Task AMeetingThatMoves_MovesItsTime()
    {
        await ConnectCalendarAsync();
        var unit = await TimedUnitAsync("event.starting", 0);
        await MeetingAsync("moved", startsIn: 3_600, endsIn: 7_200);
        Assert.Empty(await RunsAsync(unit));

        await MeetingAsync("moved", startsIn: 2, endsIn: 3_602);

        await RunAsync(unit, RunStatus.Completed);
    }

    [Fact]
    public async Task AMeetingMadeAtShortNotice_IsAnnouncedAtOnce()
    {
        await ConnectCalendarAsync();
        var unit = await TimedUnitAsync("event.starting", 30);
        await MeetingAsync("tomorrow", startsIn: 86_400, endsIn: 90_000);
        await ClockReadAsync();

        await MeetingAsync("soon", startsIn: 300, endsIn: 3_600);

        await RunAsync(unit, RunStatus.Completed);
    }

    [Fact]
    public async Task AClockThatNobodyWatches_IsReadAllTheSame()
    {
        await ConnectCalendarAsync();
        var unit = await TimedUnitAsync("event.ended", minutesBefore: null);
        await Eventually.GetAsync(async () => await Cluster.ScalarAsync<long>($"SELECT count(*) FROM connections WHERE id = '{_calendar.Value}' AND clock_at IS NULL") > 0 ? "read" : null);

        // As if the activation that was to be told had gone down with its silo.
        await MeetingAsync("meeting", startsIn: -3_600, endsIn: 1, isTold: false);

        await RunAsync(unit, RunStatus.Completed);
    }

    [Fact]
    public async Task AutomationsWithOtherLeadTimes_AreNotConcerned()
    {
        await ConnectCalendarAsync();
        var early = await TimedUnitAsync("event.starting", 60);
        var late = await TimedUnitAsync("event.starting", 0);

        await MeetingAsync("meeting", startsIn: 3_602, endsIn: 7_200);
        await RunAsync(early, RunStatus.Completed);

        Assert.Empty(await RunsAsync(late));
        var tick = await Eventually.GetAsync(async () => (await EventsAsync()) is [{ Status: "processed" } done] ? done : null);
        Assert.Single(FatesOf((await new DeliveryStore(Cluster.Db).FindAsync(User, tick.Id, None))!));
    }

    /// <summary>Returns when the clock has been read with a meeting to wait for.</summary>
    private Task<string> ClockReadAsync() => Eventually.GetAsync(async () =>
        await Cluster.ScalarAsync<long>($"SELECT count(*) FROM connections WHERE id = '{_calendar.Value}' AND clock_at > clock_timestamp() + interval '1 hour'") > 0 ? "read" : null);

    private Task<List<DeliveryRow>> EventsAsync() => new DeliveryStore(Cluster.Db).ListAsync(User, new(100, null), null, null, None);

    private async Task ConnectCalendarAsync() =>
        Assert.True(await new ConnectionStore(Cluster.Db).SaveAsync(_calendar, User, Providers.GoogleCalendar, "google-calendar", $"calendar-{User.Value}", null, None));

    private async Task<UnitId> TimedUnitAsync(string name, int? minutesBefore)
    {
        var json = ProgramJson.Write(new(1, new(Providers.GoogleCalendar, name, Condition.Always) { MinutesBefore = minutesBefore }, [new("none", "{}")]));
        var id = UnitId.New(TimeProvider.System.GetUtcNow());
        var program = new CompiledProgram([Providers.GoogleCalendar], name, json, ProgramJson.Hash(json), "A program of a test.", "builtin");
        await new UnitStore(Cluster.Db).InsertAsync(new(id, User, "A unit", "a program of a test", program, null, null), None);
        await Cluster.Grains.Connection(_calendar).PokeAsync(None);
        return id;
    }

    /// <summary>A meeting as a sync leaves it behind.</summary>
    private async Task MeetingAsync(string id, int startsIn, int endsIn, bool isTold = true)
    {
        var now = TimeProvider.System.GetUtcNow();
        var state = new ItemState("event", id, now, now, $$"""{"id":"{{id}}","summary":"Stand-up"}""") { StartsAt = now.AddSeconds(startsIn), EndsAt = now.AddSeconds(endsIn) };
        await new ProgressStore(Cluster.Db).SaveAsync(new(_calendar, User) { Items = [state] }, None);
        if (isTold)
        {
            await Cluster.Grains.Connection(_calendar).PokeAsync(None);
        }
    }
}
