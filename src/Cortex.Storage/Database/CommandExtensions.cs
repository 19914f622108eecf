using System.Runtime.CompilerServices;
using Npgsql;

namespace Cortex.Storage;

/// <summary>Sends statements and reads rows into records. Every statement of this project is sent from here, so that failures are translated in one place.</summary>
internal static class CommandExtensions
{
    /// <summary>Reads all rows that a statement answers.</summary>
    /// <param name="database">Where it is sent.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="fill">Adds its parameters, in their order; null if it has none.</param>
    /// <param name="read">Makes a record of a row.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="StorageException">PostgreSQL did not do it.</exception>
    public static Task<List<T>> ReadAllAsync<T>(
        this NpgsqlDataSource database, string statement, Action<NpgsqlParameterCollection>? fill, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken) =>
        StorageFaults.TranslateAsync(async () =>
        {
            await using var command = database.Command(statement, fill);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            return await reader.ReadRowsAsync(read, cancellationToken);
        });

    /// <summary>Reads row by row, so that only one is held at a time; a connection is kept until the last one was read.</summary>
    /// <exception cref="StorageException">PostgreSQL did not do it.</exception>
    public static async IAsyncEnumerable<T> StreamAsync<T>(
        this NpgsqlDataSource database, string statement, Action<NpgsqlParameterCollection>? fill, Func<NpgsqlDataReader, T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = database.Command(statement, fill);
        await using var reader = await StorageFaults.TranslateAsync(() => command.ExecuteReaderAsync(cancellationToken));
        while (await StorageFaults.TranslateAsync(() => reader.ReadAsync(cancellationToken)))
        {
            yield return read(reader);
        }
    }

    /// <summary>Reads the first row that a statement answers; null if there is none.</summary>
    /// <exception cref="StorageException">PostgreSQL did not do it.</exception>
    public static Task<T?> ReadFirstAsync<T>(
        this NpgsqlDataSource database, string statement, Action<NpgsqlParameterCollection>? fill, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
        where T : class =>
        StorageFaults.TranslateAsync(async () =>
        {
            await using var command = database.Command(statement, fill);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            return await reader.ReadAsync(cancellationToken) ? read(reader) : null;
        });

    /// <summary>The first column of the first row; null if there is none.</summary>
    /// <exception cref="StorageException">PostgreSQL did not do it.</exception>
    public static Task<T?> ReadValueAsync<T>(this NpgsqlDataSource database, string statement, Action<NpgsqlParameterCollection>? fill, CancellationToken cancellationToken) =>
        StorageFaults.TranslateAsync(async () =>
        {
            await using var command = database.Command(statement, fill);
            return await command.ExecuteScalarAsync(cancellationToken) is { } value and not DBNull ? (T?)value : default;
        });

    /// <summary>Sends a statement that answers nothing.</summary>
    /// <returns>How many rows were written.</returns>
    /// <exception cref="StorageException">PostgreSQL did not do it.</exception>
    public static Task<int> ExecuteAsync(this NpgsqlDataSource database, string statement, Action<NpgsqlParameterCollection>? fill, CancellationToken cancellationToken) =>
        StorageFaults.TranslateAsync(async () =>
        {
            await using var command = database.Command(statement, fill);
            return await command.ExecuteNonQueryAsync(cancellationToken);
        });

    /// <summary>Sends several statements as one transaction.</summary>
    /// <exception cref="StorageException">PostgreSQL did not do it; nothing was written.</exception>
    public static Task<int> ExecuteAsync(this NpgsqlBatch batch, CancellationToken cancellationToken) =>
        StorageFaults.TranslateAsync(() => batch.ExecuteNonQueryAsync(cancellationToken));

    /// <summary>Sends several statements as one transaction, and reads what they answer, one result after the other.</summary>
    /// <exception cref="StorageException">PostgreSQL did not do it; nothing was written.</exception>
    public static Task<T> ReadAsync<T>(this NpgsqlBatch batch, Func<NpgsqlDataReader, Task<T>> read, CancellationToken cancellationToken) =>
        StorageFaults.TranslateAsync(async () =>
        {
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            return await read(reader);
        });

    /// <summary>A statement as a part of a larger transaction.</summary>
    public static NpgsqlBatchCommand Part(string statement, Action<NpgsqlParameterCollection> fill)
    {
        var command = new NpgsqlBatchCommand(statement);
        fill(command.Parameters);
        return command;
    }

    public static string? TextOrNull(this NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static DateTimeOffset Time(this NpgsqlDataReader reader, int column) => reader.GetFieldValue<DateTimeOffset>(column);

    public static DateTimeOffset? TimeOrNull(this NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.Time(column);

    public static async Task<List<T>> ReadRowsAsync<T>(this NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        List<T> rows = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static NpgsqlCommand Command(this NpgsqlDataSource database, string statement, Action<NpgsqlParameterCollection>? fill)
    {
        var command = database.CreateCommand(statement);
        fill?.Invoke(command.Parameters);
        return command;
    }
}
