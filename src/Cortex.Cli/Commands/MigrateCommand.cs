using System.CommandLine;
using Cortex.Cli.Instances;
using Cortex.Cli.Local;
using Cortex.Storage.Migrations;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cortex.Cli.Commands;

/// <summary><c>migrate</c>: brings the database to this version's tables.</summary>
internal static class MigrateCommand
{
    public static Command Make()
    {
        var command = new Command("migrate", "Applies the migrations that DATABASE_URL, or the local PostgreSQL, lacks.");
        command.SetAction((_, _) => RunAsync(Environment.GetEnvironmentVariable));
        return command;
    }

    private static async Task<int> RunAsync(Func<string, string?> given)
    {
        using var signals = new StopSignals();
        if (given("DATABASE_URL") is { Length: > 0 } url)
        {
            await ApplyAsync(url, signals.Stop);
            return 0;
        }

        if (!StandIns.For(given).Database)
        {
            throw new LocalException("DATABASE_URL is not set, and in production nothing stands in for it.");
        }

        using var instance = await Instance.OpenAsync(given, signals.Stop);
        await using var postgres = await LocalPostgres.StartAsync(instance.File("postgres"), port: 0, durable: true, NullLogger.Instance, signals.Stop);
        await ApplyAsync(postgres.Url, signals.Stop);
        return 0;
    }

    private static async Task ApplyAsync(string databaseUrl, CancellationToken cancellationToken)
    {
        var applied = await Migrator.ApplyAsync(databaseUrl, NullLogger.Instance, cancellationToken);
        foreach (var script in applied)
        {
            await Console.Out.WriteLineAsync($"applied {script}");
        }

        await Console.Out.WriteLineAsync(applied.Count == 0 ? "nothing to apply: the database is up to date" : $"{applied.Count} applied");
    }
}
