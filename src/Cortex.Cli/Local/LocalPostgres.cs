using Cortex.Hosting;
using Npgsql;

namespace Cortex.Cli.Local;

/// <summary>A private, real PostgreSQL on loopback. Its data outlives it; it ends with this process.</summary>
public sealed partial class LocalPostgres : IAsyncDisposable
{
    private const string Name = "cortex";

    /// <summary>How long the start may take; after a crash PostgreSQL first repeats what its log holds.</summary>
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(30);

    private readonly ChildProcess _process;

    private LocalPostgres(ChildProcess process, string url) => (_process, Url) = (process, url);

    /// <summary>The value for <c>DATABASE_URL</c>; the database is empty at first.</summary>
    public string Url { get; }

    /// <summary>PostgreSQL's main process.</summary>
    public int ProcessId => _process.ProcessId;

    /// <summary>Completes when PostgreSQL has ended, whoever ended it.</summary>
    public Task Exited => _process.Exited;

    /// <summary>Starts PostgreSQL on the data below a directory, which is made if there is none, and waits until it answers.</summary>
    /// <param name="directory">Belongs to this PostgreSQL alone; whatever still runs on it is ended.</param>
    /// <param name="port">The port; 0 picks a free one.</param>
    /// <param name="durable">Whether what is committed survives the machine; tests do without and are faster.</param>
    /// <param name="logger">Is told what PostgreSQL prints.</param>
    /// <param name="cancellationToken">Ends the wait, and PostgreSQL.</param>
    public static async Task<LocalPostgres> StartAsync(string directory, int port, bool durable, ILogger logger, CancellationToken cancellationToken)
    {
        var data = await PostgresData.OpenAsync(directory, durable, cancellationToken);
        await data.EndLeftOversAsync(cancellationToken);
        port = FreePort.Or(port);
        var process = await ChildProcess.StartAsync(new("PostgreSQL", Path.Combine(data.Binaries, "postgres"), ["-D", data.Path, .. Options(port, durable)])
        {
            User = PostgresData.User,
            DeathSignal = Signal.Interrupt, // its fast shutdown
            OnLine = line => LogLine(logger, line),
        });
        var postgres = new LocalPostgres(process, UrlOf(port, data.Password));
        try
        {
            await postgres.WaitAsync(cancellationToken);
            return postgres;
        }
        catch
        {
            await postgres.DisposeAsync();
            throw;
        }
    }

    /// <summary>The value for <c>DATABASE_URL</c> of the PostgreSQL that somebody else has started on the data below a directory; null if none runs there.</summary>
    public static string? FindRunning(string directory) =>
        PostgresData.FindRunning(directory) is var (port, password) ? UrlOf(port, password) : null;

    /// <summary>Stops PostgreSQL: sessions are cut, what was committed is written.</summary>
    public Task StopAsync(CancellationToken cancellationToken) =>
        _process.StopAsync((Signal.Interrupt, StopGrace), (Signal.Quit, StopGrace)).WaitAsync(cancellationToken);

    /// <summary>Stops PostgreSQL at once, as if it had crashed: what was committed it repeats from its log at its next start.</summary>
    public Task CrashAsync(CancellationToken cancellationToken) => _process.StopAsync((Signal.Quit, StopGrace)).WaitAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        await _process.DisposeAsync();
    }

    private static string UrlOf(int port, string password) => $"postgresql://{Name}:{password}@127.0.0.1:{port}/{Name}?sslmode=disable";

    private static IEnumerable<string> Options(int port, bool durable)
    {
        string[] options =
        [
            $"port={port}",
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=400", // several processes, each with a pool
            "timezone=UTC",
            "log_timezone=UTC",
            .. durable ? (string[])[] : ["fsync=off", "synchronous_commit=off", "full_page_writes=off"],
        ];
        return options.SelectMany(option => (string[])["-c", option]);
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        var server = new NpgsqlConnectionStringBuilder(Storage.DatabaseUrl.ToConnectionString(Url)) { Database = "postgres", Pooling = false, Timeout = 5 };
        var answers = await Poll.UntilAsync(token => TryMakeDatabaseAsync(server.ConnectionString, token), StartLimit, cancellationToken);
        if (!answers)
        {
            throw new LocalException($"PostgreSQL did not answer within {StartLimit.TotalMinutes} minutes:{Environment.NewLine}{await _process.TailAsync()}");
        }
    }

    private async Task<bool> TryMakeDatabaseAsync(string connectionString, CancellationToken cancellationToken)
    {
        if (_process.Exited.IsCompleted)
        {
            throw new LocalException($"PostgreSQL did not start:{Environment.NewLine}{await _process.TailAsync()}");
        }

        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand($"CREATE DATABASE {Name}", connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DuplicateDatabase)
        {
            return true;
        }
        catch (NpgsqlException e) when (e.IsTransient || e is not PostgresException)
        {
            return false; // still starting
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "PostgreSQL: {Line}")]
    private static partial void LogLine(ILogger logger, string line);
}
