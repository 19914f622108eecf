using Cortex.Cli.Local;
using Cortex.Storage;
using Cortex.Storage.Migrations;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Cortex.Cli.Instances;

/// <summary>
/// The database that an operator's command is about: the one that DATABASE_URL names, or this copy's own, whether or not Cortex is running on it.
/// </summary>
internal sealed class OperatorDatabase : IAsyncDisposable
{
    private readonly Instance? _instance;
    private readonly LocalPostgres? _postgres;

    private OperatorDatabase(string url, Instance? instance, LocalPostgres? postgres) => (Db, _instance, _postgres) = (Database.Open(url), instance, postgres);

    public NpgsqlDataSource Db { get; }

    /// <summary>Whether it was started for this command alone: no Cortex is running on it.</summary>
    public bool IsAlone => _postgres is not null;

    /// <exception cref="LocalException">There is none.</exception>
    public static async Task<OperatorDatabase> OpenAsync(Func<string, string?> given, CancellationToken cancellationToken)
    {
        if (!StandIns.For(given).Database)
        {
            return given("DATABASE_URL") is { Length: > 0 } url
                ? new(url, null, null)
                : throw new LocalException("DATABASE_URL is not set, and in production nothing stands in for it.");
        }

        var directory = Path.Combine(Instance.DirectoryFor(given, Checkout.Root), "postgres");
        return LocalPostgres.FindRunning(directory) is { } running ? new(running, null, null) : await StartAsync(given, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        if (_postgres is not null)
        {
            await _postgres.DisposeAsync();
        }

        _instance?.Dispose();
    }

    private static async Task<OperatorDatabase> StartAsync(Func<string, string?> given, CancellationToken cancellationToken)
    {
        var instance = await Instance.OpenAsync(given, cancellationToken);
        LocalPostgres? postgres = null;
        try
        {
            postgres = await LocalPostgres.StartAsync(instance.File("postgres"), port: 0, durable: true, NullLogger.Instance, cancellationToken);
            await Migrator.ApplyAsync(postgres.Url, NullLogger.Instance, cancellationToken);
            return new(postgres.Url, instance, postgres);
        }
        catch
        {
            if (postgres is not null)
            {
                await postgres.DisposeAsync();
            }

            instance.Dispose();
            throw;
        }
    }
}
