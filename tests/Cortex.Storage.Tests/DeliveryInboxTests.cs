using Cortex.Storage.Deliveries;
using Cortex.Testing;
using Npgsql;

namespace Cortex.Storage.Tests;

public sealed class DeliveryInboxTests(PostgresFixture postgres) : StorageTest(postgres)
{
    private DeliveryInbox _inbox = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _inbox = new(Db);
        await _inbox.StartAsync(None);
    }

    [Fact]
    public async Task Many_deliveries_share_few_transactions_and_every_one_is_on_disk_when_it_is_answered()
    {
        var key = await ConnectAsync(Ada, "mailbox");
        var before = await ScalarAsync<long>("SELECT txid_snapshot_xmax(txid_current_snapshot())");

        await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => _inbox.CommitAsync(Event(key), None)));

        var transactions = await ScalarAsync<long>("SELECT txid_snapshot_xmax(txid_current_snapshot())") - before;
        Assert.Equal(500L, await ScalarAsync<long>("SELECT count(*) FROM events WHERE user_id = 'ada'"));
        Assert.InRange(transactions, 1, 100);
    }

    [Fact]
    public async Task The_order_of_acceptance_is_kept_in_seq()
    {
        var key = await ConnectAsync(Ada, "mailbox");
        var events = Enumerable.Range(0, 300).Select(_ => Event(key)).ToList();

        await Task.WhenAll(events.Select(e => _inbox.CommitAsync(e, None)));

        var pending = await new DeliveryStore(Db).ListPendingAsync(key, 1_000, None);
        Assert.Equal(events.Select(e => e.Id), pending.Select(e => e.Id));
    }

    [Fact]
    public async Task Bytes_are_kept_as_they_came_and_what_is_of_no_use_is_stored_as_ignored()
    {
        byte[] odd = [0, 255, 254, (byte)'{', 0];

        await _inbox.CommitAsync(Event(null, payload: odd, ignored: "It is not JSON."), None);

        Assert.Equal(odd, await ScalarAsync<byte[]>("SELECT payload FROM events"));
        Assert.Equal("processed/ignored/It is not JSON.", await ScalarAsync<string>("SELECT status || '/' || outcome || '/' || reason FROM events"));
    }

    [Fact]
    public async Task One_bad_write_fails_alone()
    {
        await using var blocker = await Db.OpenConnectionAsync();
        await using var transaction = await blocker.BeginTransactionAsync();
        await using var locking = new NpgsqlCommand("LOCK TABLE events", blocker, transaction);
        await locking.ExecuteNonQueryAsync();

        // While the first write waits for the lock the others gather into one batch.
        var first = _inbox.CommitAsync(Event(null), None);
        var good = _inbox.CommitAsync(Event(null), None);
        var bad = _inbox.CommitAsync(Event(null, type: new string('x', 65)), None);
        var alsoGood = _inbox.CommitAsync(Event(null), None);
        await transaction.CommitAsync();

        await Task.WhenAll(first, good, alsoGood);
        await Assert.ThrowsAsync<StorageException>(() => bad);
        Assert.Equal(3L, await ScalarAsync<long>("SELECT count(*) FROM events"));
    }

    [Fact]
    public async Task A_full_queue_refuses_and_what_it_holds_is_written_when_the_process_stops()
    {
        await using var blocker = await Db.OpenConnectionAsync();
        await using var transaction = await blocker.BeginTransactionAsync();
        await using var locking = new NpgsqlCommand("LOCK TABLE events", blocker, transaction);
        await locking.ExecuteNonQueryAsync();

        List<Task> accepted = [];
        Assert.Throws<QueueFullException>(() =>
        {
            while (accepted.Count <= DeliveryInbox.QueueLengthMax + DeliveryInbox.BatchSizeMax)
            {
                accepted.Add(_inbox.CommitAsync(Event(null), None));
            }
        });
        var stopping = _inbox.StopAsync(None);
        await transaction.CommitAsync();
        await stopping;
        await Task.WhenAll(accepted);

        Assert.Equal(accepted.Count, await ScalarAsync<long>("SELECT count(*) FROM events"));
    }

    public override async ValueTask DisposeAsync()
    {
        await _inbox.StopAsync(None);
        _inbox.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
