using Cortex.Testing;
using Npgsql;

namespace Cortex.Storage.Tests;

/// <summary>The queries that Orleans' AdoNet providers read from the database, called as the providers call them.</summary>
public sealed class OrleansSqlTests(PostgresFixture postgres) : StorageTest(postgres)
{
    [Fact]
    public async Task Of_two_first_writes_one_wins_and_the_other_learns_it()
    {
        Assert.Equal(1, await WriteAsync(null, [1]));
        Assert.Null(await WriteAsync(null, [2]));
        Assert.Equal([1], await PayloadAsync());
    }

    [Fact]
    public async Task A_stale_version_changes_nothing()
    {
        await WriteAsync(null, [1]);
        Assert.Equal(2, await WriteAsync(1, [2]));
        Assert.Equal(1, await WriteAsync(1, [3]));
        Assert.Equal([2], await PayloadAsync());
    }

    [Fact]
    public async Task A_deleted_state_is_gone()
    {
        await WriteAsync(null, [1]);

        await CallAsync("DeleteStorageKey", ("GrainStateVersion", 1));

        Assert.Null(await PayloadAsync());
    }

    private async Task<int?> WriteAsync(int? version, byte[] payload) =>
        await CallAsync("WriteToStorageKey", ("GrainStateVersion", version), ("PayloadBinary", payload)) as int?;

    private async Task<byte[]?> PayloadAsync() => await CallAsync("ReadFromStorageKey") as byte[];

    private Task<object?> CallAsync(string key, params (string, object?)[] parameters) => QueryAsync(
        key,
        [("ServiceId", "cortex"), ("GrainIdHash", 1), ("GrainIdN0", 0L), ("GrainIdN1", 0L), ("GrainTypeHash", 1), ("GrainTypeString", "state"), ("GrainIdExtensionString", "con_x"), .. parameters]);

    private async Task<object?> QueryAsync(string key, params (string, object?)[] parameters)
    {
        await using var command = await CommandAsync(key, parameters);
        var value = await command.ExecuteScalarAsync();
        return value is DBNull ? null : value;
    }

    private async Task<NpgsqlCommand> CommandAsync(string key, params (string Name, object? Value)[] parameters)
    {
        var command = Db.CreateCommand(await ScalarAsync<string>($"SELECT querytext FROM orleansquery WHERE querykey = '{key}'"));
        foreach (var (name, value) in parameters)
        {
            command.Parameters.Add(value is null ? new NpgsqlParameter<int?>(name, null) : new NpgsqlParameter(name, value));
        }

        return command;
    }
}
