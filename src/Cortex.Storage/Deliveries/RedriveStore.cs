using Npgsql;

namespace Cortex.Storage.Deliveries;

/// <summary>Puts deliveries that were given up back among the pending ones; only their connection's grain does so.</summary>
public sealed class RedriveStore(NpgsqlDataSource database)
{
    private const string RedriveGet = "SELECT connection_key, status = 'failed', redrive_key FROM events WHERE id = $1 AND user_id = $2 AND connection_key IS NOT NULL";

    // Fates that were kept stay: pages that were dealt with are not read as new again. What one request drove again, it does not drive again once more.
    private const string DeliveryRedrive =
        """
        WITH r AS (
            UPDATE events SET status = 'pending', processed_at = NULL, outcome = NULL, reason = NULL, dead_reason = NULL, error_code = NULL, retry_at = NULL,
                   attempts = 0, internal_failures = 0, takeovers = 0, redriven_at = clock_timestamp(), redrive_key = $5
            WHERE id = ANY($3) AND id >= $4 AND connection_key = $1 AND user_id IS NOT DISTINCT FROM $2 AND status = 'failed' AND redrive_key IS DISTINCT FROM $5
            RETURNING id
        )
        SELECT id FROM r
        UNION
        SELECT id FROM events WHERE id = ANY($3) AND connection_key = $1 AND user_id IS NOT DISTINCT FROM $2 AND (status <> 'failed' OR redrive_key = $5)
        """;

    /// <summary>One of a user's deliveries; null if there is none, or it is about no connection.</summary>
    public Task<Redrive?> FindAsync(UserId user, DeliveryId id, CancellationToken cancellationToken) =>
        database.ReadFirstAsync(RedriveGet, p => p.Uuid(id.Value).Text(user.Value), r => new Redrive(new(r.GetGuid(0)), r.GetBoolean(1), r.TextOrNull(2)), cancellationToken);

    /// <summary>Puts deliveries of one connection back.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="user">Whose they are; null for those of nobody's yet.</param>
    /// <param name="deliveries">The deliveries.</param>
    /// <param name="notBefore">Older ones stay as they are.</param>
    /// <param name="key">Which request asks for it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Those of them that are not given up, or not any more.</returns>
    public Task<List<DeliveryId>> RedriveAsync(
        ConnectionKey connection, UserId? user, IReadOnlyList<DeliveryId> deliveries, DateTimeOffset notBefore, string key, CancellationToken cancellationToken) =>
        database.ReadAllAsync(
            DeliveryRedrive,
            p => p.Uuid(connection.Value).Text(user?.Value).Uuids(deliveries.Select(e => (Guid?)e.Value)).Uuid(TimeOrderedGuid.First(notBefore)).Text(key),
            r => new DeliveryId(r.GetGuid(0)),
            cancellationToken);
}
