using System.Reflection;
using DbUp;
using DbUp.Engine;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cortex.Storage.Migrations;

/// <summary>Applies <c>migrations/*.sql</c>, which this assembly carries. Several processes may do it at once.</summary>
public static partial class Migrator
{
    /// <summary>One lock for all of Cortex's processes on a database; held while migrating.</summary>
    private const long AdvisoryLock = 4283947061000;

    /// <summary>Applies what is missing.</summary>
    /// <returns>The names of the scripts applied now.</returns>
    /// <exception cref="InvalidOperationException">A script failed; what came before it stays applied.</exception>
    public static async Task<IReadOnlyList<string>> ApplyAsync(string databaseUrl, ILogger logger, CancellationToken cancellationToken)
    {
        var connectionString = DatabaseUrl.ToConnectionString(databaseUrl);
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await ExecuteAsync(connection, "SELECT pg_advisory_lock($1)", cancellationToken);
        try
        {
            // An index over all partitions takes as long as it takes.
            var result = Upgrade(new NpgsqlConnectionStringBuilder(connectionString) { CommandTimeout = 0 }.ConnectionString);
            if (!result.Successful)
            {
                throw new InvalidOperationException($"Migration {result.ErrorScript?.Name} failed: {result.Error.Message}", result.Error);
            }

            var applied = result.Scripts.Select(s => s.Name).ToList();
            applied.ForEach(name => LogApplied(logger, name));
            return applied;
        }
        finally
        {
            await ExecuteAsync(connection, "SELECT pg_advisory_unlock($1)", CancellationToken.None);
        }
    }

    private static DatabaseUpgradeResult Upgrade(string connectionString) =>
        DeployChanges.To.PostgresqlDatabase(connectionString)
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), name => name.EndsWith(".sql", StringComparison.Ordinal))
            .WithVariablesDisabled() // $…$ is PostgreSQL's quoting in these scripts
            .WithoutTransaction() // each script has its own
            .LogToNowhere()
            .Build()
            .PerformUpgrade();

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Long(AdvisoryLock);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Migration applied: {Script}")]
    private static partial void LogApplied(ILogger logger, string script);
}
