using Npgsql;

namespace Cortex.Storage.Notifications;

/// <summary>The table <c>notifications</c>.</summary>
public sealed class NotificationStore(NpgsqlDataSource database)
{
    /// <summary>Characters of one notification: a few paragraphs to read on a phone, not a mail.</summary>
    public const int TextLengthMax = 2_000;

    private const string NotificationDeleteOld =
        """
        DELETE FROM notifications WHERE id IN (
            SELECT id FROM notifications WHERE id < cortex_partition_bound((clock_timestamp() AT TIME ZONE 'UTC')::date - $1::int) LIMIT $2)
        """;

    private const string NotificationInsert =
        """
        INSERT INTO notifications (id, user_id, unit_id, unit_name, run_id, step, text, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (run_id, step) DO NOTHING
        """;

    private const string NotificationList =
        """
        SELECT id, user_id, unit_id, unit_name, run_id, step, text, created_at
        FROM notifications WHERE user_id = $1 AND ($2::uuid IS NULL OR id < $2)
        ORDER BY id DESC LIMIT $3
        """;

    /// <summary>Keeps a notification, unless its step has told it before.</summary>
    public Task InsertAsync(NotificationRow row, CancellationToken cancellationToken) =>
        database.ExecuteAsync(
            NotificationInsert,
            p => p.Uuid(row.Id.Value).Text(row.User.Value).Uuid(row.Unit.Value).Text(row.UnitName).Uuid(row.Run.Value).Int(row.Step).Text(row.Text).Time(row.CreatedAt),
            cancellationToken);

    /// <summary>What a user was told, newest first.</summary>
    public Task<List<NotificationRow>> ListAsync(UserId user, PageQuery page, CancellationToken cancellationToken) =>
        database.ReadAllAsync(NotificationList, p => p.Text(user.Value).Uuid(page.Before).Int(page.Limit), Read, cancellationToken);

    /// <summary>Deletes up to a number of notifications that are older than some days.</summary>
    /// <returns>How many were deleted.</returns>
    public Task<int> DeleteOldAsync(int days, int limit, CancellationToken cancellationToken) =>
        database.ExecuteAsync(NotificationDeleteOld, p => p.Int(days).Int(limit), cancellationToken);

    private static NotificationRow Read(NpgsqlDataReader r) => new(
        new(r.GetGuid(0)), new(r.GetString(1)), new(r.GetGuid(2)), r.GetString(3), new(r.GetGuid(4)), r.GetInt16(5), r.GetString(6), r.Time(7));
}
