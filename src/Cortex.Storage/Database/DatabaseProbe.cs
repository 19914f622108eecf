using Npgsql;

namespace Cortex.Storage;

/// <summary>Asks whether PostgreSQL answers.</summary>
public sealed class DatabaseProbe(NpgsqlDataSource database)
{
    /// <exception cref="StorageException">It does not.</exception>
    public async Task PingAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT 1");
        await command.ExecuteAsync(cancellationToken);
    }
}
