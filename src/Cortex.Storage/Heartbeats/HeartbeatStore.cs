using Npgsql;

namespace Cortex.Storage.Heartbeats;

/// <summary>The table <c>heartbeats</c>: who was alive when, by PostgreSQL's clock.</summary>
public sealed class HeartbeatStore(NpgsqlDataSource database)
{
    /// <summary>Beats while webhooks can be received; any one process that receives them is enough.</summary>
    public const string Receiver = "receiver";

    /// <summary>Beats when old rows are dropped.</summary>
    public const string Housekeeping = "housekeeping";

    private const string HeartbeatTakeTurn =
        """
        INSERT INTO heartbeats AS h (name, beat_at) VALUES ($1, clock_timestamp())
        ON CONFLICT (name) DO UPDATE SET beat_at = excluded.beat_at WHERE h.beat_at < clock_timestamp() - $2::bigint * interval '1 millisecond'
        """;

    // A gap that nobody has dealt with yet is only made longer.
    private const string HeartbeatBeat =
        """
        INSERT INTO heartbeats AS h (name, beat_at) VALUES ($1, clock_timestamp())
        ON CONFLICT (name) DO UPDATE
        SET gap_from = CASE WHEN excluded.beat_at - h.beat_at > $2::bigint * interval '1 millisecond' THEN coalesce(h.gap_from, h.beat_at) ELSE h.gap_from END,
            gap_until = CASE WHEN excluded.beat_at - h.beat_at > $2::bigint * interval '1 millisecond' THEN excluded.beat_at ELSE h.gap_until END,
            beat_at = greatest(h.beat_at, excluded.beat_at)
        """;

    // One statement, so that a gap is forgotten only when everything that it needs is due.
    private const string HeartbeatTakeGap =
        """
        WITH gap AS (SELECT name, gap_from, gap_until FROM heartbeats WHERE name = $1 AND gap_from IS NOT NULL FOR UPDATE),
             forgotten AS (UPDATE heartbeats h SET gap_from = NULL, gap_until = NULL FROM gap WHERE h.name = gap.name),
             due AS (UPDATE connections SET reconcile_at = clock_timestamp()
                     WHERE EXISTS (SELECT 1 FROM gap) AND id IN (SELECT id FROM connections WHERE reconcile_at > clock_timestamp() ORDER BY reconcile_at DESC LIMIT $2))
        SELECT gap_from, gap_until FROM gap
        """;

    /// <summary>Connections that a gap makes due, those whose turn is farthest off; with more, the others' own turns come before theirs would be reached.</summary>
    public const int DueMax = 10_000;

    /// <summary>Says that the caller is alive.</summary>
    /// <param name="name">As what.</param>
    /// <param name="gapMin">After how long without a beat somebody must have noticed.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task BeatAsync(string name, TimeSpan gapMin, CancellationToken cancellationToken) =>
        database.ExecuteAsync(HeartbeatBeat, p => p.Text(name).Long((long)gapMin.TotalMilliseconds), cancellationToken);

    /// <summary>Takes the turn to do what is done once in a period, by whoever comes first.</summary>
    /// <returns>Whether it is the caller's.</returns>
    public async Task<bool> TakeTurnAsync(string name, TimeSpan period, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(HeartbeatTakeTurn, p => p.Text(name).Long((long)period.TotalMilliseconds), cancellationToken) > 0;

    /// <summary>Makes the connections due to be reconciled if there was a time without a beat.</summary>
    /// <returns>That time, or null if there was none that was not dealt with.</returns>
    public async Task<(DateTimeOffset From, DateTimeOffset Until)?> TakeGapAsync(string name, CancellationToken cancellationToken)
    {
        var gaps = await database.ReadAllAsync(HeartbeatTakeGap, p => p.Text(name).Int(DueMax), r => (r.Time(0), r.Time(1)), cancellationToken);
        return gaps is [var gap] ? gap : null;
    }
}
