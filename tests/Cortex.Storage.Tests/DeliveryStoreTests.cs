using Cortex.Storage.Deliveries;
using Cortex.Storage.Errors;
using Cortex.Storage.Items;
using Cortex.Testing;

namespace Cortex.Storage.Tests;

public sealed class DeliveryStoreTests(PostgresFixture postgres) : StorageTest(postgres)
{
    [Fact]
    public async Task A_repeated_delivery_names_the_processed_one()
    {
        var key = await ConnectAsync(Ada, "mailbox");
        var (first, second) = (Event(key, "same"), Event(key, "same"));
        await StoreAsync(first, second);
        var events = new DeliveryStore(Db);
        Assert.All(await events.ListPendingAsync(key, 10, None), e => Assert.Null(e.RepeatOf));

        await new ProgressStore(Db).SaveAsync(new(key, Ada) { Ends = [new(first.Id, false, "ran", null, "[]")] }, None);

        Assert.Equal(first.Id, Assert.Single(await events.ListPendingAsync(key, 10, None)).RepeatOf);
    }

    [Fact]
    public async Task What_is_put_off_is_not_stale_until_it_is_due_or_woken()
    {
        var key = await ConnectAsync(Ada, "mailbox");
        var e = Event(key);
        await StoreAsync(e);
        var events = new DeliveryStore(Db);
        Assert.Equal([key], await events.ListStaleAsync(TimeSpan.Zero, 10, None));

        await events.DeferAsync(e.Id, Ada, TimeSpan.FromHours(1), "Nango is away.", isInternal: false, code: null, None);
        Assert.Empty(await events.ListStaleAsync(TimeSpan.Zero, 10, None));

        await events.WakeAsync(key, None);
        Assert.Equal([key], await events.ListStaleAsync(TimeSpan.Zero, 10, None));
        Assert.Equal(1, Assert.Single(await events.ListPendingAsync(key, 10, None)).Attempts);
    }

    [Fact]
    public async Task Progress_is_written_whole_or_not_at_all()
    {
        var key = await ConnectAsync(Ada, "mailbox");
        var e = Event(key);
        await StoreAsync(e);
        var other = Event(key);
        await StoreAsync(other);

        var progress = new Progress(key, Ada)
        {
            Ends = [new(e.Id, false, "ran", null, "[]"), new(other.Id, false, "ran", null, "not json")],
            Cursor = new("GmailEmail", null, new(DateTimeOffset.UnixEpoch, "a page")),
        };
        await Assert.ThrowsAsync<StorageException>(() => new ProgressStore(Db).SaveAsync(progress, None));

        Assert.Equal(2L, await ScalarAsync<long>("SELECT count(*) FROM events WHERE status = 'pending'"));
        Assert.Equal("{}", await ScalarAsync<string>("SELECT cursors::text FROM connections"));
        Assert.Equal(1L, await ScalarAsync<long>("SELECT count(*) FROM connections WHERE last_event_at IS NULL"));

        // With a record beside them its state may be kept, but not the cursor: it would pass records whose fates are not kept.
        var withItem = progress with { Items = [new("email", "m1", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, "{}")] };
        await Assert.ThrowsAsync<StorageException>(() => new ProgressStore(Db).SaveAsync(withItem, None));
        Assert.Equal("{}", await ScalarAsync<string>("SELECT cursors::text FROM connections"));
    }

    [Fact]
    public async Task A_record_that_is_refused_is_left_out_of_the_progress()
    {
        var key = await ConnectAsync(Ada, "mailbox");
        var e = Event(key);
        await StoreAsync(e);
        ItemState[] items = [.. new[] { "m1", "bad", "m3" }.Select(id => new ItemState("email", id, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, id == "bad" ? "not json" : "{}"))];

        var leftOut = await new ProgressStore(Db).SaveAsync(new(key, Ada) { Ends = [new(e.Id, false, "ran", null, "[]")], Items = items }, None);

        Assert.Equal("bad", Assert.Single(leftOut).RecordId);
        Assert.Equal("processed", await ScalarAsync<string>("SELECT status FROM events"));
        Assert.Equal("m1,m3", await ScalarAsync<string>("SELECT string_agg(record_id, ',' ORDER BY record_id) FROM items"));
    }

    [Fact]
    public async Task What_stopped_an_event_is_counted_in_its_row()
    {
        var key = await ConnectAsync(Ada, "mailbox");
        var e = Event(key);
        await StoreAsync(e);
        var events = new DeliveryStore(Db);

        await events.TakeUpAsync(e.Id, None);
        await events.TakeUpAsync(e.Id, None);
        Assert.Equal((0, 2), await CountsAsync());
        await events.DeferAsync(e.Id, null, TimeSpan.Zero, "It broke.", isInternal: true, ErrorCodes.Internal, None);
        await events.DeferAsync(e.Id, null, TimeSpan.Zero, "Nango is away.", isInternal: false, code: null, None);
        Assert.Equal((1, 0), await CountsAsync());

        Assert.Null((await events.FindAsync(Ada, e.Id, None))!.ErrorCode);
        await events.DeferAsync(e.Id, null, TimeSpan.Zero, "It broke.", isInternal: false, ErrorCodes.ProviderUnavailable, None);
        Assert.Equal(ErrorCodes.ProviderUnavailable, (await events.FindAsync(Ada, e.Id, None))!.ErrorCode);

        // One that gets on brings nobody down.
        await events.TakeUpAsync(e.Id, None);
        await new ProgressStore(Db).SaveAsync(new(key, Ada) { Pages = [new(e.Id, 0, "[]")] }, None);
        Assert.Equal((1, 0), await CountsAsync());

        async Task<(int, int)> CountsAsync() => (await events.ListPendingAsync(key, 1, None))[0] is var pending ? (pending.InternalFailures, pending.Takeovers) : default;
    }

    [Fact]
    public async Task An_event_that_has_ended_does_not_end_again()
    {
        var key = await ConnectAsync(Ada, "mailbox");
        var e = Event(key);
        await StoreAsync(e);
        var progress = new ProgressStore(Db);
        await progress.SaveAsync(new(key, Ada) { Ends = [new(e.Id, Failed: false, "ran", null, """[{"n":1}]""")] }, None);

        // One who slept while another dealt with it.
        await progress.SaveAsync(new(key, Ada) { Ends = [new(e.Id, Failed: true, "failed", "Too late.", null)] }, None);
        await new DeliveryStore(Db).DeferAsync(e.Id, Ada, TimeSpan.FromHours(1), "Nango is away.", isInternal: true, ErrorCodes.Internal, None);

        var ended = (await new DeliveryStore(Db).FindAsync(Ada, e.Id, None))!;
        Assert.Equal(("processed", "ran", null, """[{"n":1}]"""), (ended.Status, ended.Outcome, ended.Reason, ended.FatesJson));
        Assert.Equal(0L, await ScalarAsync<long>("SELECT count(*) FROM events WHERE retry_at IS NOT NULL OR attempts > 0"));
    }

    [Theory]
    [InlineData("pending", 1)]
    [InlineData("processed", 1)]
    [InlineData("failed", 2)]
    public async Task An_own_delivery_is_made_again_only_if_it_failed(string status, int made)
    {
        var key = await ConnectAsync(Ada, "mailbox");
        var events = new DeliveryStore(Db);
        var first = Event(key, "the same find");
        Assert.Null(await events.AddAsync(new(first, DeliverySource.Reconciliation), Ada, None));
        if (status != "pending")
        {
            await new ProgressStore(Db).SaveAsync(new(key, Ada) { Ends = [new(first.Id, Failed: status == "failed", "ignored", null, null)] }, None);
        }

        var known = await events.AddAsync(new(Event(key, "the same find"), DeliverySource.Reconciliation), Ada, None);

        Assert.Equal(made == 1 ? status : null, known);
        Assert.Equal(made, await ScalarAsync<long>("SELECT count(*) FROM events"));
    }

    [Fact]
    public async Task A_connection_is_stale_by_its_head()
    {
        var (held, due) = (await ConnectAsync(Ada, "held"), await ConnectAsync(Ada, "due"));
        NewDelivery[] ofHeld = [Event(held), Event(held)];
        foreach (var e in ofHeld.Append(Event(due)))
        {
            await StoreAsync(e);
        }

        var events = new DeliveryStore(Db);
        await events.DeferAsync(ofHeld[0].Id, null, TimeSpan.FromMinutes(1), "Nango does not answer.", isInternal: false, code: null, None);
        Assert.Equal([due], await events.ListStaleAsync(TimeSpan.Zero, 10, None));

        await events.WakeAsync(held, None);
        Assert.Equal(new[] { due, held }.OrderBy(k => k.Value), (await events.ListStaleAsync(TimeSpan.Zero, 10, None)).OrderBy(k => k.Value));
    }

    [Fact]
    public async Task An_item_never_goes_back_to_an_older_state()
    {
        var key = await ConnectAsync(Ada, "mailbox");
        var time = DateTimeOffset.UnixEpoch.AddDays(20_000);
        foreach (var (at, fields) in new[] { (time.AddSeconds(1), """{"n":2}"""), (time, """{"n":1}""") })
        {
            await new ProgressStore(Db).SaveAsync(new(key, Ada) { Items = [new("email", "m1", time, at, fields)] }, None);
        }

        Assert.Equal("""{"n":2}""", await ScalarAsync<string>("SELECT fields FROM items"));
        Assert.Equal(time.AddSeconds(1), Assert.Single(await new ItemStore(Db).ListSeenAsync(key, "email", ["m1", "m2"], None)).LastModifiedAt);
    }

    [Fact]
    public async Task Another_users_delivery_cannot_be_seen()
    {
        var e = Event(await ConnectAsync(Ada, "mailbox"));
        await StoreAsync(e);
        var events = new DeliveryStore(Db);

        Assert.NotNull(await events.FindAsync(Ada, e.Id, None));
        Assert.Null(await events.FindAsync(new("bob"), e.Id, None));
        Assert.Empty(await events.ListAsync(new("bob"), new(20, null), null, null, None));
    }

    [Fact]
    public async Task A_page_of_a_backlog_ends_where_its_payloads_are_large()
    {
        var key = await ConnectAsync(Ada, "mailbox");
        NewDelivery[] stored = [Event(key, payload: new byte[700_000]), Event(key, payload: new byte[700_000]), Event(key, payload: new byte[10]), Event(key, payload: new byte[10])];
        await StoreAsync(stored);
        var events = new DeliveryStore(Db);

        Assert.Equal(stored.Take(2).Select(e => e.Id), (await events.ListPendingAsync(key, 10, None)).Select(e => e.Id));

        await new ProgressStore(Db).SaveAsync(new(key, Ada) { Ends = [new(stored[0].Id, false, "ran", null, "[]")] }, None);
        Assert.Equal(stored.Skip(1).Select(e => e.Id), (await events.ListPendingAsync(key, 10, None)).Select(e => e.Id));
    }

    [Fact]
    public async Task Fates_are_kept_page_by_page_until_their_event_is_done()
    {
        var key = await ConnectAsync(Ada, "mailbox");
        var e = Event(key);
        await StoreAsync(e);
        var (events, progress) = (new DeliveryStore(Db), new ProgressStore(Db));

        await progress.SaveAsync(new(key, Ada) { Pages = [new(e.Id, 0, """[{"n":0}]""")] }, None);
        await progress.SaveAsync(new(key, Ada) { Pages = [new(e.Id, 1, """[{"n":1}]""")] }, None);
        Assert.Equal("[]", Assert.Single(await events.ListPendingAsync(key, 10, None)).FatesJson);
        Assert.Equal(["""[{"n":0}]""", """[{"n":1}]"""], await events.ListPagesAsync(e.Id, None));

        await progress.SaveAsync(new(key, Ada) { Ends = [new(e.Id, false, "ran", null, """[{"n":0},{"n":1}]""")] }, None);
        Assert.Empty(await events.ListPagesAsync(e.Id, None));
        await progress.SaveAsync(new(key, Ada) { Pages = [new(e.Id, 2, "[]")] }, None);
        Assert.Empty(await events.ListPagesAsync(e.Id, None)); // a sleeper's
    }

    /// <summary>Another activation ended it meanwhile, and knew of no pages.</summary>
    [Fact]
    public async Task No_page_is_left_of_an_event_that_ended_whoever_ended_it()
    {
        var key = await ConnectAsync(Ada, "mailbox");
        var (e, failed) = (Event(key), Event(key));
        await StoreAsync(e, failed);
        var progress = new ProgressStore(Db);
        await progress.SaveAsync(new(key, Ada) { Pages = [new(e.Id, 0, "[]"), new(failed.Id, 0, "[]")] }, None);

        await progress.SaveAsync(new(key, Ada) { Ends = [new(e.Id, Failed: false, "ignored", "Nothing new.", null), new(failed.Id, Failed: true, "failed", "Too bad.", null)] }, None);

        Assert.Equal(0, await ScalarAsync<long>("SELECT count(*) FROM event_fates"));
    }

    private async Task StoreAsync(params NewDelivery[] events)
    {
        using var inbox = new DeliveryInbox(Db);
        await inbox.StartAsync(None);
        foreach (var e in events)
        {
            await inbox.CommitAsync(e, None);
        }

        await inbox.StopAsync(None);
    }
}
