using System.CommandLine;
using Cortex.Cli.Instances;
using Cortex.Hosting;
using Cortex.Storage.Migrations;

namespace Cortex.Cli.Commands;

/// <summary><c>run</c>: API and silo in this process, and the local parts that it needs beside it.</summary>
internal static partial class RunCommand
{
    public static Command Make()
    {
        var command = new Command("run", "Runs everything on this machine until Ctrl-C.");
        command.SetAction((_, _) => RunAsync(Environment.GetEnvironmentVariable));
        return command;
    }

    private static async Task<int> RunAsync(Func<string, string?> given)
    {
        using var signals = new StopSignals();
        var standIns = StandIns.For(given);
        using var instance = standIns.Any ? await Instance.OpenAsync(given, signals.Stop) : null;
        var keys = instance is not null && standIns.Nango ? await InstanceKeys.OpenAsync(instance, signals.Stop) : null;
        var environment = new LocalEnvironment(given, standIns, keys);
        environment.ThrowIfPortsAreTaken();
        await using var parts = instance is null ? null : await LocalParts.StartAsync(instance, environment, withRedis: false, signals.Stop);
        return await RunHostAsync(environment.ReadSettings(), new StartSummary(environment, instance), signals);
    }

    private static async Task<int> RunHostAsync(CortexSettings settings, StartSummary summary, StopSignals signals)
    {
        await using var app = SingleProcess.Build(settings);
        await Migrator.ApplyAsync(settings.DatabaseUrl, app.Logger, signals.Stop);
        await app.StartAsync(signals.Stop);

        // Redirected, standard output is JSON lines from the first to the last.
        await summary.WriteAsync(settings, Console.IsOutputRedirected ? Console.Error : Console.Out);
        LogReady(app.Logger, settings.Port);

        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(signals.Stop, app.Lifetime.ApplicationStopping);
        await stopping.Token.WhenCanceledAsync();
        await app.StopAsync(signals.Hurry);
        return signals.Stop.IsCancellationRequested ? 0 : CommandLine.Failed;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Cortex is ready on port {Port}")]
    private static partial void LogReady(ILogger logger, int port);
}
