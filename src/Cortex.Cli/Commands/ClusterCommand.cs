using System.CommandLine;
using Cortex.Cli.Cluster;
using Cortex.Cli.Instances;
using Cortex.Storage.Migrations;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cortex.Cli.Commands;

/// <summary><c>cluster</c>: silos and APIs as processes of their own, on one PostgreSQL and one Redis.</summary>
internal static class ClusterCommand
{
    /// <summary>More of either are not of use on one machine.</summary>
    private const int MembersMax = 16;

    public static Command Make()
    {
        var silos = Number("--silos", "How many silo processes.");
        var apis = Number("--apis", "How many API processes; the first listens on PORT.");
        var command = new Command("cluster", "Runs several processes on this machine, clustered through a real Redis; prints them as JSON lines.") { silos, apis };
        command.SetAction((parsed, _) => RunAsync(Environment.GetEnvironmentVariable, parsed.GetValue(silos), parsed.GetValue(apis)));
        return command;
    }

    private static async Task<int> RunAsync(Func<string, string?> given, int silos, int apis)
    {
        using var signals = new StopSignals();
        using var instance = await Instance.OpenAsync(given, signals.Stop);
        var standIns = StandIns.For(given);
        var environment = new LocalEnvironment(given, standIns, standIns.Nango ? await InstanceKeys.OpenAsync(instance, signals.Stop) : null);
        environment.ThrowIfPortsAreTaken();
        await using var parts = await LocalParts.StartAsync(instance, environment, withRedis: true, signals.Stop);
        Print(parts, environment);
        var settings = environment.ReadSettings();
        await Migrator.ApplyAsync(settings.DatabaseUrl, NullLogger.Instance, signals.Stop);

        await using var cluster = new LocalCluster(instance, environment);
        await cluster.StartAsync(silos, apis, settings, signals.Stop);
        JsonLines.Print(new { ready = true });
        await signals.Stop.WhenCanceledAsync();
        return 0;
    }

    private static void Print(LocalParts parts, LocalEnvironment environment)
    {
        if (parts.Postgres is { } postgres)
        {
            JsonLines.Print(new { role = "postgres", pid = postgres.ProcessId, url = postgres.Url });
        }

        if (parts.Redis is { } redis)
        {
            JsonLines.Print(new { role = "redis", pid = redis.ProcessId, url = redis.Url });
        }

        if (parts.Sandbox is { } sandbox)
        {
            JsonLines.Print(new { role = "sandbox", pid = sandbox.ProcessId, url = environment.SandboxUrl });
        }
    }

    private static Option<int> Number(string name, string description)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => 2 };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > MembersMax)
            {
                result.AddError($"{name} must be a number from 1 to {MembersMax}.");
            }
        });
        return option;
    }
}
