using Cortex.Storage;
using Cortex.Testing;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace Cortex.Cli.Tests;

public sealed class PostgresFixtureTests(PostgresFixture postgres)
{
    [Fact]
    public async Task CreateDatabase_Twice_GivesTwoMigratedOnes()
    {
        var urls = await Task.WhenAll(postgres.CreateDatabaseAsync(), postgres.CreateDatabaseAsync());

        Assert.NotEqual(urls[0], urls[1]);
        foreach (var url in urls)
        {
            await using var connection = new NpgsqlConnection(DatabaseUrl.ToConnectionString(url));
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = new NpgsqlCommand("SELECT count(*) FROM events", connection);
            Assert.Equal(0L, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        }
    }
}
