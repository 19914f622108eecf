using Cortex.Cli.Local;
using Cortex.Storage.Migrations;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Xunit;

namespace Cortex.Testing;

/// <summary>
/// One PostgreSQL for all tests of an assembly: <c>[assembly: AssemblyFixture(typeof(PostgresFixture))]</c>, taken as a
/// constructor parameter. Each test, or class of tests, makes a database of its own in it.
/// </summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private const string Template = "cortex_migrated";

    private readonly TemporaryDirectory _directory = new();
    private readonly SemaphoreSlim _templateInUse = new(1);
    private LocalPostgres? _postgres;
    private int _databases;

    /// <summary>The server, with an empty database <c>cortex</c>.</summary>
    public LocalPostgres Server => _postgres ?? throw new InvalidOperationException("PostgreSQL was not started.");

    /// <summary>Starts the server and migrates the database that all others are copies of.</summary>
    public async ValueTask InitializeAsync()
    {
        _postgres = await LocalPostgres.StartAsync(Path.Combine(_directory.Path, "postgres"), port: 0, durable: false, NullLogger.Instance, CancellationToken.None);
        await ExecuteAsync($"CREATE DATABASE {Template}");
        await Migrator.ApplyAsync(UrlOf(Template, pooled: false), NullLogger.Instance, CancellationToken.None);
    }

    /// <summary>Makes a migrated database that nobody else uses.</summary>
    /// <returns>The value for <c>DATABASE_URL</c>.</returns>
    public async Task<string> CreateDatabaseAsync() => await CreateDatabaseAsync(Template);

    /// <summary>Makes a database without any table.</summary>
    /// <returns>The value for <c>DATABASE_URL</c>.</returns>
    public async Task<string> CreateEmptyDatabaseAsync() => await CreateDatabaseAsync("template1");

    /// <summary>Stops the server; nothing of it is kept.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null)
        {
            await _postgres.DisposeAsync();
        }

        _templateInUse.Dispose();
        _directory.Dispose();
    }

    private async Task<string> CreateDatabaseAsync(string template)
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await _templateInUse.WaitAsync(); // PostgreSQL copies a database for one session at a time
        try
        {
            await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        }
        finally
        {
            _templateInUse.Release();
        }

        return UrlOf(name, pooled: true);
    }

    private string UrlOf(string database, bool pooled) => new UriBuilder(Server.Url) { Path = database, Query = pooled ? "sslmode=disable" : "sslmode=disable&Pooling=false" }.Uri.AbsoluteUri;

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Storage.DatabaseUrl.ToConnectionString(UrlOf("postgres", pooled: true)));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
