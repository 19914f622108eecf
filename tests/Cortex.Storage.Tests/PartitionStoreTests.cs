using System.Diagnostics;
using Cortex.Testing;
using Npgsql;

namespace Cortex.Storage.Tests;

public sealed class PartitionStoreTests(PostgresFixture postgres) : StorageTest(postgres)
{
    [Fact]
    public async Task A_partition_that_is_read_for_long_holds_nobody_up_and_is_dropped_another_time()
    {
        await ExecuteAsync("CREATE TABLE events_20200101 PARTITION OF events FOR VALUES FROM (cortex_partition_bound('2020-01-01')) TO (cortex_partition_bound('2020-01-02'))");
        await using var reader = await Db.OpenConnectionAsync(None);
        await using var reading = await reader.BeginTransactionAsync(None);
        await using (var read = new NpgsqlCommand("SELECT count(*) FROM events_20200101", reader, reading))
        {
            await read.ExecuteScalarAsync(None);
        }

        var watch = Stopwatch.StartNew();
        await Assert.ThrowsAsync<StorageException>(() => new PartitionStore(Db).DropAsync(30, None));
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
        Assert.Equal("0", await ScalarAsync<string>("SHOW lock_timeout"));

        await reading.CommitAsync(None);
        Assert.Equal(1, await new PartitionStore(Db).DropAsync(30, None));
    }
}
