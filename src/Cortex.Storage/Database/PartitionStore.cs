using Npgsql;

namespace Cortex.Storage;

/// <summary>Keeps the time partitions of events, runs and run_steps: ahead of now, and no longer than retention says.</summary>
public sealed class PartitionStore(NpgsqlDataSource database)
{
    // A partition that somebody reads for long is dropped another time: while a drop waits, everything that is written to its table waits behind it.
    private const string PartitionsDrop =
        "SELECT cortex_drop_partitions((clock_timestamp() AT TIME ZONE 'UTC')::date - $1::int) FROM set_config('lock_timeout', '2s', true)";

    private const string PartitionsEnsure = "SELECT cortex_ensure_partitions()";

    /// <summary>Makes the partitions of the coming days.</summary>
    /// <returns>How many were made.</returns>
    public Task<int> EnsureAsync(CancellationToken cancellationToken) =>
        database.ReadValueAsync<int>(PartitionsEnsure, null, cancellationToken);

    /// <summary>Drops the partitions of days that lie further back, unless they hold open work.</summary>
    /// <returns>How many were dropped.</returns>
    /// <exception cref="StorageException">Somebody reads one of them; none was dropped.</exception>
    public Task<int> DropAsync(int days, CancellationToken cancellationToken) =>
        database.ReadValueAsync<int>(PartitionsDrop, p => p.Int(days), cancellationToken);
}
