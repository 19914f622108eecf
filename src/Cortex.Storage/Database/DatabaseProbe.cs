using Npgsql;

namespace Cortex.Storage;

/// <summary>Asks whether PostgreSQL answers.</summary>
public sealed class DatabaseProbe(NpgsqlDataSource database)
{
    /// <exception cref="StorageException">It does not.</exception>
    public Task PingAsync(CancellationToken cancellationToken) =>
        database.ExecuteAsync("SELECT 1", null, cancellationToken);
}
