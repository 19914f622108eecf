using Cortex.Storage.Changes;
using Cortex.Storage.Deliveries;
using Cortex.Storage.Runs;
using Cortex.Storage.Units;
using Cortex.Testing;

namespace Cortex.Storage.Tests;

public sealed class ChangeStoreTests(PostgresFixture postgres) : StorageTest(postgres)
{
    private static readonly UserId Bob = new("bob");

    [Fact]
    public async Task Every_kind_of_row_is_found_by_its_user_and_nobody_elses()
    {
        var changes = new ChangeStore(Db);
        var begin = await changes.NowAsync(None);
        var unit = await UnitAsync(Ada);
        var run = Run(Ada, unit.Id);
        await WriteAsync(run);
        var e = Event(await ConnectAsync(Ada, "mailbox"));
        await StoreAsync(e);
        var bobs = await UnitAsync(Bob);

        var read = await changes.ReadAsync([new(Bob, begin), new(Ada, begin), new(Ada, await changes.NowAsync(None)), new(new("nobody"), begin)], None);

        Assert.Equal([bobs.Id.Value], read.OfUsers[0].Changes.Select(c => c.Id));
        Assert.Equal([(ChangeKind.Unit, unit.Id.Value), (ChangeKind.Run, run.Id.Value), (ChangeKind.Delivery, e.Id.Value)], read.OfUsers[1].Changes.Select(c => (c.Kind, c.Id)));
        Assert.All(read.OfUsers.Skip(2), u => Assert.Empty(u.Changes));
        Assert.All(read.OfUsers[1].Changes, c => Assert.InRange(c.At, begin, read.At));
    }

    [Fact]
    public async Task Each_change_of_a_row_is_another_version()
    {
        var unit = await UnitAsync(Ada);
        var run = Run(Ada, unit.Id);
        await WriteAsync(run);
        var key = await ConnectAsync(Ada, "mailbox");
        var e = Event(key);
        await StoreAsync(e);
        var before = await AllAsync();
        Assert.Equal(before, await AllAsync());

        await new UnitStore(Db).DeleteAsync(unit, None);
        await WriteAsync(run with { Revision = 2 });
        await new ProgressStore(Db).SaveAsync(new(key, Ada) { Ends = [new(e.Id, false, "ran", null, "[]")] }, None);
        var after = await AllAsync();

        Assert.Equal(before.Select(c => (c.Kind, c.Id)), after.Select(c => (c.Kind, c.Id)));
        Assert.All(before.Zip(after), pair => Assert.True(pair.First.At < pair.Second.At && pair.First.Version != pair.Second.Version));
        Assert.Equal([ChangeKind.Unit], after.Where(c => c.IsDeleted).Select(c => c.Kind));
    }

    [Fact]
    public async Task A_read_that_tells_less_than_all_says_so()
    {
        var unit = await UnitAsync(Ada);
        await CopyAsync(unit, ChangeStore.RowsMax - 1);
        var begin = DateTimeOffset.UnixEpoch;
        var changes = new ChangeStore(Db);
        Assert.Equal((ChangeStore.RowsMax, false), Of(await changes.ReadAsync([new(Ada, begin)], None)));

        await CopyAsync(unit, 1);

        Assert.Equal((ChangeStore.RowsMax + 1, true), Of(await changes.ReadAsync([new(Ada, begin)], None)));

        static (int, bool) Of(ChangesRead read) => (read.OfUsers[0].Changes.Count, read.OfUsers[0].IsCut);
    }

    [Fact]
    public async Task Changes_are_found_through_indexes()
    {
        await using var connection = await Db.OpenConnectionAsync();
        await using (var set = connection.CreateCommand())
        {
            set.CommandText = "SET enable_seqscan = off"; // a scan of an empty table costs less than any index
            await set.ExecuteNonQueryAsync();
        }

        await using var explain = connection.CreateCommand();
        explain.CommandText = $"EXPLAIN {ChangeStore.ChangeList}";
        explain.Parameters.Texts([Ada.Value]).Times([DateTimeOffset.UnixEpoch]).Int(1);
        await using var explained = await explain.ExecuteReaderAsync();
        var plan = await explained.ReadRowsAsync(r => r.GetString(0), None);

        Assert.Contains(plan, l => l.Contains("units_changed", StringComparison.Ordinal));
        Assert.Contains(plan, l => l.Contains("using runs_default_user_id_updated_at_idx", StringComparison.Ordinal));
        Assert.Contains(plan, l => l.Contains("using events_default_user_id_coalesce_idx", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, l => l.Contains("Seq Scan", StringComparison.Ordinal) || l.Contains("->  Sort", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rows_are_shown_to_their_user_only()
    {
        var unit = await UnitAsync(Ada);
        var run = Run(Ada, unit.Id);
        await WriteAsync(run);
        var e = Event(await ConnectAsync(Ada, "mailbox"));
        await StoreAsync(e);
        var (units, runs, events) = (new UnitStore(Db), new RunStore(Db), new DeliveryStore(Db));

        Assert.Single(await units.FindViewsAsync(Ada, [unit.Id], None));
        Assert.Single(await runs.FindAllAsync(Ada, [run.Id], None));
        Assert.Single(await events.FindAllAsync(Ada, [e.Id], None));
        Assert.Empty(await units.FindViewsAsync(Bob, [unit.Id], None));
        Assert.Empty(await runs.FindAllAsync(Bob, [run.Id], None));
        Assert.Empty(await events.FindAllAsync(Bob, [e.Id], None));
        await units.DeleteAsync(unit, None);
        Assert.Empty(await units.FindViewsAsync(Ada, [unit.Id], None));
    }

    private async Task<List<Change>> AllAsync() =>
        [.. (await new ChangeStore(Db).ReadAsync([new(Ada, DateTimeOffset.UnixEpoch)], None)).OfUsers[0].Changes.OrderBy(c => c.Kind)];

    private Task CopyAsync(UnitRow unit, int count) => ExecuteAsync(
        $"""
        INSERT INTO units (id, user_id, name, prompt, status, status_log, provider, event, program, program_hash, explanation, compiler)
        SELECT gen_random_uuid(), user_id, name, prompt, status, status_log, provider, event, program, program_hash, explanation, compiler
        FROM units, generate_series(1, {count}) WHERE id = '{unit.Id.Value}'
        """);

    private async Task WriteAsync(RunRow run)
    {
        using var writer = new RunWriter(Db);
        await writer.StartAsync(None);
        Assert.Equal(RunWritten.Written, await writer.CommitAsync(new(run, []), None));
        await writer.StopAsync(None);
    }

    private async Task StoreAsync(NewDelivery e)
    {
        using var inbox = new DeliveryInbox(Db);
        await inbox.StartAsync(None);
        await inbox.CommitAsync(e, None);
        await inbox.StopAsync(None);
    }
}
