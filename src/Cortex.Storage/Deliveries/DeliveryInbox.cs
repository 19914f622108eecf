using Npgsql;

namespace Cortex.Storage.Deliveries;

/// <summary>Stores deliveries; <see cref="GroupCommitter{TWrite,TResult}.CommitAsync"/> returns when the delivery is on disk.</summary>
public sealed class DeliveryInbox(NpgsqlDataSource database) : GroupCommitter<NewDelivery, bool>("the inbox", QueueLengthMax, BatchSizeMax)
{
    /// <summary>Deliveries that may wait; at 4 MiB each at most, usually 1 KiB. One more is answered with 503.</summary>
    public const int QueueLengthMax = 2_000;

    /// <summary>Deliveries per transaction.</summary>
    public const int BatchSizeMax = 200;

    private const string DeliveryInsert =
        """
        INSERT INTO events (id, user_id, connection_key, connection_id, provider_config_key, type, dedupe_key, payload, trace_parent, status, processed_at, outcome, reason)
        SELECT e.id, c.user_id, e.connection_key, e.connection_id, e.provider_config_key, e.type, e.dedupe_key, e.payload, e.trace_parent,
               CASE WHEN e.ignored IS NULL THEN 'pending' ELSE 'processed' END,
               CASE WHEN e.ignored IS NULL THEN NULL ELSE clock_timestamp() END,
               CASE WHEN e.ignored IS NULL THEN NULL ELSE 'ignored' END,
               e.ignored
        FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9) WITH ORDINALITY
             AS e (id, connection_key, connection_id, provider_config_key, type, dedupe_key, payload, trace_parent, ignored, n)
        LEFT JOIN connections c ON c.id = e.connection_key
        ORDER BY e.n
        """;

    /// <inheritdoc />
    protected override async Task<IReadOnlyList<bool>> CommitBatchAsync(IReadOnlyList<NewDelivery> batch, CancellationToken cancellationToken)
    {
        await database.ExecuteAsync(
            DeliveryInsert,
            p => p
                .Uuids(batch.Select(e => (Guid?)e.Id.Value))
                .Uuids(batch.Select(e => e.Key?.Value))
                .Texts(batch.Select(e => e.ConnectionId))
                .Texts(batch.Select(e => e.ProviderConfigKey))
                .Texts(batch.Select(e => e.Type))
                .Texts(batch.Select(e => e.DedupeKey))
                .Bytes(batch.Select(e => e.Payload))
                .Texts(batch.Select(e => e.TraceParent))
                .Texts(batch.Select(e => e.IgnoredReason)),
            cancellationToken);
        return new bool[batch.Count];
    }
}
