using Cortex.Storage.Connections;
using Cortex.Storage.Deliveries;
using Cortex.Testing;
using Npgsql;

namespace Cortex.Storage.Tests;

/// <summary>How far a connection was read and what it waits for: written with what was read, and never back.</summary>
public sealed class ConnectionStoreTests(PostgresFixture postgres) : StorageTest(postgres)
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 2, 12, 0, 0, 123, TimeSpan.Zero);

    [Fact]
    public async Task A_cursor_moves_with_the_records_and_not_back()
    {
        var key = await ConnectAsync(Ada, "mailbox");
        Assert.Equal(ModelCursor.Start, (await StateAsync(key)).CursorOf("GmailEmail", null));

        await MoveAsync(key, "GmailEmail", null, new(Noon, "page 2"));
        await MoveAsync(key, "GmailEmail", "eu", new(Noon.AddDays(1), null));
        await MoveAsync(key, "GmailEmail", null, new(Noon.AddSeconds(-1), "page 1")); // a sleeper's

        var state = await StateAsync(key);
        Assert.Equal(new(Noon, "page 2"), state.CursorOf("GmailEmail", null));
        Assert.Equal(new(Noon.AddDays(1), null), state.CursorOf("GmailEmail", "eu"));
    }

    [Fact]
    public async Task A_cursor_that_Nango_cannot_read_is_forgotten_and_the_change_kept()
    {
        var key = await ConnectAsync(Ada, "mailbox");
        await MoveAsync(key, "GmailEmail", null, new(Noon, "page 2"));
        await Store.KeepLookAsync(key, "GmailEmail", null, Noon.AddHours(-1), None);

        Assert.True(await Store.ForgetPagesAsync(key, None));
        Assert.False(await Store.ForgetPagesAsync(key, None));

        Assert.Equal(new(Noon, null, Noon.AddHours(-1)), (await StateAsync(key)).CursorOf("GmailEmail", null));
    }

    [Fact]
    public async Task A_look_is_kept_beside_the_cursor_and_stays_when_it_moves()
    {
        var key = await ConnectAsync(Ada, "mailbox");
        await Store.KeepLookAsync(key, "GmailEmail", null, Noon, None);
        await MoveAsync(key, "GmailEmail", null, new(Noon.AddHours(1), null));
        await Store.KeepLookAsync(key, "GmailEmail", null, Noon.AddHours(-1), None);

        Assert.Equal(new(Noon.AddHours(1), null, Noon), (await StateAsync(key)).CursorOf("GmailEmail", null));
    }

    [Fact]
    public async Task A_meeting_and_an_automation_make_the_clock_due()
    {
        var key = await ConnectAsync(Ada, "mailbox");
        await ReadClockAsync(key, next: null);
        Assert.Null((await StateAsync(key)).ClockAt);

        await new ProgressStore(Db).SaveAsync(new(key, Ada) { Items = [new("meeting", "m1", Noon, Noon, "{}") { StartsAt = Noon }] }, None);
        Assert.Equal([key], await Store.ListDueAsync(TimeSpan.Zero, 10, None));

        await ReadClockAsync(key, next: null);
        await new ProgressStore(Db).SaveAsync(new(key, Ada) { Items = [new("email", "e1", Noon, Noon, "{}")] }, None);
        Assert.Empty(await Store.ListDueAsync(TimeSpan.Zero, 10, None));

        await UnitAsync(Ada);
        Assert.Equal([key], await Store.ListDueAsync(TimeSpan.Zero, 10, None));
    }

    [Fact]
    public async Task What_is_due_is_found_by_its_index()
    {
        await ConnectAsync(Ada, "mailbox");
        await using var connection = await Db.OpenConnectionAsync(None);
        await using var off = new NpgsqlCommand("SET enable_seqscan = off", connection);
        await off.ExecuteNonQueryAsync(None);
        await using var explain = new NpgsqlCommand(
            "EXPLAIN (FORMAT JSON) SELECT id FROM connections WHERE least(clock_at, sync_at) < clock_timestamp() ORDER BY least(clock_at, sync_at) LIMIT 10", connection);

        Assert.Contains("connections_due", (string)(await explain.ExecuteScalarAsync(None))!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_comes_while_the_clock_is_read_makes_it_due_again()
    {
        var key = await ConnectAsync(Ada, "mailbox");
        await ReadClockAsync(key, next: null);
        await new ProgressStore(Db).SaveAsync(new(key, Ada) { Items = [new("meeting", "m1", Noon, Noon, "{}") { StartsAt = Noon }] }, None);
        var read = await StateAsync(key);
        await new ProgressStore(Db).SaveAsync(new(key, Ada) { Items = [new("meeting", "m2", Noon, Noon, "{}") { StartsAt = Noon }] }, None);

        await new ProgressStore(Db).SaveAsync(new(key, Ada) { Clock = new(read.Now, null, read.ClockAt) }, None);

        Assert.Equal([key], await Store.ListDueAsync(TimeSpan.Zero, 10, None));
    }

    [Fact]
    public async Task A_tick_is_added_with_the_reading_or_not_at_all()
    {
        var key = await ConnectAsync(Ada, "mailbox");
        var state = await StateAsync(key);
        var tick = new OwnNewDelivery(Event(key) with { Payload = null! }, DeliverySource.Clock);

        await Assert.ThrowsAsync<StorageException>(() => new ProgressStore(Db).SaveAsync(new(key, Ada) { Clock = new(state.Now, Noon, state.ClockAt), Added = [tick] }, None));

        Assert.Equal((state.ClockedTo, state.ClockAt), ((await StateAsync(key)).ClockedTo, (await StateAsync(key)).ClockAt));
    }

    [Fact]
    public async Task Refusals_are_counted_over_restarts_until_Nango_says_something()
    {
        var key = await ConnectAsync(Ada, "mailbox");

        Assert.Equal(1, await Store.ReportRefusedAsync(key, None));
        Assert.Null(await Store.ReportRefusedAsync(key, None));
        await Store.SetStatusAsync(key, ConnectionStatus.Active, None);
        Assert.Equal(2, await Store.ReportRefusedAsync(key, None));

        await Store.ForgetRefusalsAsync(key, None);
        await Store.SetStatusAsync(key, ConnectionStatus.Active, None);
        Assert.Equal(1, await Store.ReportRefusedAsync(key, None));
    }

    [Fact]
    public async Task What_a_removed_account_had_read_is_gone_and_stays_gone()
    {
        var key = await ConnectAsync(Ada, "mailbox");
        await MoveAsync(key, "GmailEmail", null, new(Noon, "page 2"));

        await Store.DeleteAsync(key, Ada, None);
        await MoveAsync(key, "GmailEmail", null, new(Noon.AddHours(1), null)); // a read that was under way
        Assert.Null(await Store.FindStateAsync(key, None));

        await ConnectAsync(Ada, "mailbox");
        Assert.Empty((await StateAsync(key)).Cursors);
    }

    private ConnectionStore Store => new(Db);

    private async Task<ConnectionState> StateAsync(ConnectionKey key) => (await Store.FindStateAsync(key, None))!;

    private async Task MoveAsync(ConnectionKey key, string model, string? variant, ModelCursor cursor) =>
        await new ProgressStore(Db).SaveAsync(new(key, Ada) { Cursor = new(model, variant, cursor) }, None);

    private async Task ReadClockAsync(ConnectionKey key, DateTimeOffset? next)
    {
        var state = await StateAsync(key);
        await new ProgressStore(Db).SaveAsync(new(key, Ada) { Clock = new(state.Now, next, state.ClockAt) }, None);
    }
}
