using System.Globalization;
using System.Text.Json.Nodes;
using Cortex.Connections;
using Cortex.Programs;
using Cortex.Storage.Runs;
using Cortex.Storage.Units;
using Cortex.Testing;

namespace Cortex.Grains.Tests;

public sealed class DeliveryFlowTests(GrainCluster cluster) : GrainTest(cluster)
{
    [Fact]
    public async Task Event_OfAMatchingEmail_BecomesACompletedRunWithItsFate()
    {
        await ConnectAsync();
        var unit = await UnitAsync();

        var done = await DealtWithAsync(await SyncAsync(Email()));

        var run = Assert.Single(await RunsAsync(unit));
        Assert.Equal(("completed", done.Id), (run.Status, run.Delivery));
        var fate = Assert.Single(FatesOf(done));
        Assert.Equal(("ran", run.Id.ToString()), ((string)fate["fate"]!, (string)fate["runId"]!));
        Assert.Equal("ran", done.Outcome);
    }

    [Fact]
    public async Task Event_ThatNobodyPoked_IsFoundByRecovery()
    {
        await ConnectAsync();
        var unit = await UnitAsync();

        await ProcessedAsync(await SyncAsync(Email()));

        Assert.Single(await RunsAsync(unit));
    }

    [Fact]
    public async Task Item_ThatFailsACondition_IsFilteredWithWhatWasSeen()
    {
        await ConnectAsync();
        await UnitAsync();

        var fate = Assert.Single(FatesOf(await DealtWithAsync(await SyncAsync(Email("Boss <boss@x.example>")))));

        Assert.Equal("filtered", (string)fate["fate"]!);
        Assert.Contains("test@test.com", (string)fate["condition"]!, StringComparison.Ordinal);
        Assert.Contains("boss@x.example", (string)fate["saw"]!, StringComparison.Ordinal);
        Assert.Empty(await RunsAsync());
    }

    [Fact]
    public async Task Email_OnAWeekend_RunsWhatAsksForThat_AndOneOnAWeekday_IsFilteredWithItsDay()
    {
        await ConnectAsync();
        var unit = await UnitAsync("when I get an email from test@test.com on weekends, do nothing");
        DateTimeOffset today = new(TimeProvider.System.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        var saturday = today.AddDays((DayOfWeek.Saturday - today.DayOfWeek + 7) % 7).AddHours(12);

        var fates = FatesOf(await DealtWithAsync(await SyncAsync(At(saturday), At(saturday.AddDays(2)))));

        Assert.Equal(["filtered", "ran"], fates.Select(fate => (string)fate["fate"]!).Order());
        Assert.Equal("Monday", (string)fates.Single(fate => (string)fate["fate"]! == "filtered")["saw"]!);
        Assert.Equal("Saturday", $"{DateTimeOffset.Parse((string)JsonNode.Parse(Assert.Single(await RunsAsync(unit)).ItemJson)!["date"]!, CultureInfo.InvariantCulture).DayOfWeek}");

        static JsonObject At(DateTimeOffset date)
        {
            var email = Email();
            email["date"] = date.ToString("O", CultureInfo.InvariantCulture);
            return email;
        }
    }

    [Fact]
    public async Task Item_OfTwoUnits_HasOneFateAtEach_AndNoneAtAnotherUsers()
    {
        await ConnectAsync();
        var (first, second) = (await UnitAsync(), await UnitAsync("when: email from test@test.com with subject \"invoice\" then: do nothing"));

        var fates = FatesOf(await DealtWithAsync(await SyncAsync(Email())));

        Assert.Equal(
            new[] { (first.ToString(), "ran"), (second.ToString(), "filtered") }.Order(),
            fates.Select(f => ((string)f["unitId"]!, (string)f["fate"]!)).Order());
    }

    [Fact]
    public async Task Delivery_ThatComesTwice_RunsOnceAndSaysSo()
    {
        await ConnectAsync();
        var unit = await UnitAsync();
        var put = (await Cluster.SandboxHttp.SendAsync(HttpMethod.Post, "/sandbox/items", new { connectionId = Mailbox, model = "GmailEmail", records = new[] { Email() }, webhook = false })).Ok();
        var webhook = SyncWebhook("GmailEmail", (string)put["modifiedAfter"]!, 1);
        var (first, second) = (await Cluster.StoreAsync(webhook), await Cluster.StoreAsync(webhook));

        await PokeAsync();

        Assert.Equal(("ran", "duplicate"), ((await ProcessedAsync(first)).Outcome, (await ProcessedAsync(second)).Outcome));
        Assert.Single(await RunsAsync(unit));
    }

    [Fact]
    public async Task Record_ThatChangesAfterItsFirstSight_DoesNotRunAgain()
    {
        await ConnectAsync();
        var unit = await UnitAsync();
        await DealtWithAsync(await SyncAsync(Email(id: "m1")));

        var changed = await DealtWithAsync(await SyncAsync(Email(subject: "Changed", id: "m1")));

        Assert.Empty(FatesOf(changed));
        Assert.Single(await RunsAsync(unit));
    }

    [Fact]
    public async Task Crash_BeforeTheFatesWereKept_RepeatsThePageAndFindsTheRunMade()
    {
        await ConnectAsync();
        var unit = await UnitAsync();
        var email = Email(id: "m1");
        var e = await SyncAsync(email);
        await DealtWithAsync(e);

        // As a crash leaves it: the run is a row, but neither the event's end nor the item's state nor the cursor was written; and the record has changed meanwhile.
        await using (var undo = Cluster.Db.CreateCommand(
            $"UPDATE events SET status = 'pending', processed_at = NULL, outcome = NULL, fates = NULL WHERE id = '{e.Value}'; DELETE FROM items WHERE connection_key = '{Key.Value}'"))
        {
            await undo.ExecuteNonQueryAsync();
        }

        email["subject"] = "Changed";
        await Cluster.SandboxHttp.SendAsync(HttpMethod.Post, "/sandbox/items", new { connectionId = Mailbox, model = "GmailEmail", records = new[] { email }, webhook = false });
        var again = await DealtWithAsync(e);

        Assert.Equal("ran", again.Outcome);
        Assert.Single(await RunsAsync(unit));
    }

    [Fact]
    public async Task FirstSync_OfOldMail_FiresNothingButTheNewOne()
    {
        await ConnectAsync();
        var unit = await UnitAsync();
        var old = Enumerable.Range(0, 500).Select(n =>
        {
            var email = Email(subject: $"Old {n}");
            email["date"] = "2020-01-01T00:00:00.000Z";
            return email;
        });

        var done = await DealtWithAsync(await SyncAsync([.. old, Email(subject: "New")]));

        Assert.Equal("New", (string)JsonNode.Parse(Assert.Single(await RunsAsync(unit)).ItemJson)!["subject"]!);
        Assert.Equal(500, FatesOf(done).Where(f => (string)f["fate"]! == "too_old").Sum(f => (int)f["count"]!));
    }

    [Fact]
    public async Task Pause_HoldsForWhatIsReceivedAfterIt_AndResumingDoesNotBringItBack()
    {
        await ConnectAsync();
        var unit = await UnitAsync();
        await SetStatusAsync(unit, UnitStatus.Paused);
        var during = await DealtWithAsync(await SyncAsync(Email(subject: "During")));
        var late = await SyncAsync(Email(subject: "Late"));
        await SetStatusAsync(unit, UnitStatus.Active);

        var lateDone = await DealtWithAsync(late);
        await DealtWithAsync(await SyncAsync(Email(subject: "After")));

        Assert.Equal(("paused", "paused"), (during.Outcome, lateDone.Outcome));
        Assert.Equal("After", (string)JsonNode.Parse(Assert.Single(await RunsAsync(unit)).ItemJson)!["subject"]!);
    }

    [Fact]
    public async Task Unit_ThatWasDeleted_IsNotOfferedAnything()
    {
        await ConnectAsync();
        var unit = await UnitAsync();
        Assert.False((await Cluster.Grains.Unit(unit).DeleteAsync(User, None)).IsRefused);

        var done = await DealtWithAsync(await SyncAsync(Email()));

        Assert.Equal(("ignored", "No automation watches this account."), (done.Outcome, done.Reason));
    }

    [Fact]
    public async Task UnitGrain_WithAnOldRow_ReadsItAgainWhenTheOfferHasSeenANewerOne()
    {
        await ConnectAsync();
        var unit = await UnitAsync();
        await DealtWithAsync(await SyncAsync(Email()));
        await new UnitStore(Cluster.Db).SetStatusAsync(await RowAsync(unit), UnitStatus.Paused, None);

        var done = await DealtWithAsync(await SyncAsync(Email()));

        Assert.Equal("paused", done.Outcome);
    }

    [Fact]
    public async Task Sync_BeforeAuth_WaitsForTheConnectionAndThenRuns()
    {
        var other = $"gmail-{Guid.NewGuid():N}";
        await ConnectAsync();
        var unit = await UnitAsync();
        await Cluster.SandboxHttp.SendAsync(HttpMethod.Post, "/sandbox/connections", new { uid = User.Value, providerConfigKey = SandboxClient.Gmail, connectionId = other });
        var put = (await Cluster.SandboxHttp.SendAsync(HttpMethod.Post, "/sandbox/items", new { connectionId = other, model = "GmailEmail", records = new[] { Email() }, webhook = false })).Ok();
        var key = ConnectionKey.For(SandboxClient.Gmail, other);
        await Cluster.StoreAsync(SyncWebhook("GmailEmail", (string)put["modifiedAfter"]!, 1).Replace(Mailbox, other, StringComparison.Ordinal));
        await Cluster.Grains.Connection(key).PokeAsync(None);
        await Eventually.TrueAsync(async () => await Cluster.ScalarAsync<long>($"SELECT count(*) FROM events WHERE connection_key = '{key.Value}' AND retry_at IS NOT NULL") == 1);

        await Cluster.StoreAsync($$$"""{"from":"nango","type":"auth","operation":"creation","success":true,"connectionId":"{{{other}}}","providerConfigKey":"{{{SandboxClient.Gmail}}}","tags":{"end_user_id":"{{{User}}}"}}""");
        await Cluster.Grains.Connection(key).ConnectAsync(User, SandboxClient.Gmail, other, None);

        await RunAsync(unit, "completed");
    }

    [Theory]
    [InlineData("""{"match":"GET /records","status":500,"times":5}""")]
    [InlineData("""{"match":"GET /records","times":5}""")]
    public async Task Nango_ThatFailsForAWhile_DelaysTheRunAndNeitherLosesNorDoublesIt(string fault)
    {
        await ConnectAsync();
        var unit = await UnitAsync();
        var e = await SyncAsync(Email());
        await FaultAsync(JsonNode.Parse(fault)!);

        await PokeAsync();

        Assert.Equal("ran", (await ProcessedAsync(e)).Outcome);
        Assert.Single(await RunsAsync(unit));
    }

    [Fact]
    public async Task Nango_ThatSaysWhenToComeAgain_IsNotAskedSooner()
    {
        await ConnectAsync();
        await UnitAsync();
        var e = await SyncAsync(Email());
        await FaultAsync(new { match = "GET /records", status = 401, times = 1, headers = new Dictionary<string, string> { ["Retry-After"] = "3600" } });

        await PokeAsync();

        // Otherwise a second, and it is dealt with.
        await Eventually.TrueAsync(async () => await Cluster.ScalarAsync<bool>($"SELECT status = 'processed' OR attempts > 0 FROM events WHERE id = '{e.Value}'"));
        Assert.True(await Cluster.ScalarAsync<bool>($"SELECT coalesce(retry_at > now() + interval '50 minutes', false) FROM events WHERE id = '{e.Value}'"));
    }

    [Fact]
    public async Task HowFarWasRead_IsKeptWithWhatWasRead()
    {
        await ConnectAsync();

        await DealtWithAsync(await SyncAsync(Email()));

        Assert.True(await Cluster.ScalarAsync<bool>(
            $"""
             SELECT coalesce((c.cursors -> 'GmailEmail' ->> 'highWater')::timestamptz = i.last_modified_at, false)
             FROM connections c JOIN items i ON i.connection_key = c.id WHERE c.id = '{Key.Value}'
             """));
    }

    /// <summary>Of a read of two pages the first cannot be offered for a while: nothing of it is taken for seen, and the read does not go on behind it.</summary>
    [Fact]
    public async Task Page_WhoseOfferFails_IsReadAgain_AndNothingOfItIsPassedOver()
    {
        await ConnectAsync();
        var unit = await UnitAsync();
        var others = Enumerable.Range(0, SyncPass.PageSize).Select(n => Email("somebody@else.example", $"Other {n}"));
        await ExecuteAsync(
            $"""
             CREATE FUNCTION refuse_{User.Value[4..]}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'No.' USING ERRCODE = 'check_violation'; END $$;
             CREATE TRIGGER refuse_{User.Value[4..]} BEFORE INSERT ON runs FOR EACH ROW WHEN (NEW.user_id = '{User.Value}') EXECUTE FUNCTION refuse_{User.Value[4..]}()
             """);
        var e = await SyncAsync([Email(id: "m1"), .. others]);
        await PokeAsync();
        await Eventually.TrueAsync(async () => await Cluster.ScalarAsync<bool>($"SELECT status <> 'pending' OR internal_failures > 0 FROM events WHERE id = '{e.Value}'"));

        await ExecuteAsync($"DROP TRIGGER refuse_{User.Value[4..]} ON runs; DROP FUNCTION refuse_{User.Value[4..]}()");

        Assert.Equal("ran", (await ProcessedAsync(e)).Outcome);
        Assert.Contains("\"m1\"", Assert.Single(await RunsAsync(unit)).ItemJson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Webhook_BeforeItsRecords_WaitsForThem()
    {
        await ConnectAsync();
        var unit = await UnitAsync();
        var announced = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        var e = await Cluster.StoreAsync(SyncWebhook("GmailEmail", announced, 1));
        await PokeAsync();
        await Eventually.TrueAsync(async () => await Cluster.ScalarAsync<int>($"SELECT attempts FROM events WHERE id = '{e.Value}'") == 1);

        await Cluster.SandboxHttp.SendAsync(HttpMethod.Post, "/sandbox/items", new { connectionId = Mailbox, model = "GmailEmail", records = new[] { Email() }, webhook = false });

        Assert.Equal("ran", (await ProcessedAsync(e)).Outcome);
        Assert.Single(await RunsAsync(unit));
    }

    [Fact]
    public async Task ARecordThatIsReadBeforeItsOwnWebhook_IsJudgedByItsOwnTime()
    {
        await MakeMailboxAsync();

        // The webhook of an earlier run, received before the automation was made, reads the record of a later run, whose webhook is still under way.
        await SyncAsync(Email(from: "somebody@else.example"));
        var unit = await ProgramUnitAsync(new Comparison("from", Operator.Equals, Literal.Of("test@test.com")), new Step("none", "{}"));
        (await Cluster.SandboxHttp.SendAsync(HttpMethod.Post, "/sandbox/items", new { connectionId = Mailbox, model = "GmailEmail", records = new[] { Email(id: "later") }, webhook = false })).Ok();

        await ClaimAsync();

        Assert.Contains("\"later\"", (await RunAsync(unit, RunStatus.Completed)).ItemJson, StringComparison.Ordinal);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = Cluster.Db.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
