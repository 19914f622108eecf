using System.CommandLine;
using Cortex.Cli.Bench;
using Cortex.Cli.Bench.Compile;
using Cortex.Cli.Instances;

namespace Cortex.Cli.Commands;

/// <summary><c>bench</c>: measures a copy of Cortex that it starts for that, or the compiler in this process.</summary>
internal static class BenchCommand
{
    private const int RateDefault = 100;
    private const int SecondsDefault = 30;
    private const int MinutesDefault = 10;

    public static Command Make()
    {
        var command = new Command("bench", "Measures; prints a table and writes bench/results/. Without a name: all benchmarks but the outage, which takes as long as one.") { Webhooks(), Startup(), Outage(), BenchChaosCommand.Make(), BenchCompileCommand.Make() };
        command.SetAction(async (_, token) =>
        {
            await CompileBench.RunAsync(new(CompileBench.OwnSets, Predictions: null, Score: null, Verbose: false), Console.Out, token);
            return await RunAsync(StartupBench.RunAsync, (owner, stop) => WebhookBench.RunAsync(owner, RateDefault, SecondsDefault, stop));
        });
        return command;
    }

    private static Command Webhooks()
    {
        var rate = Positive("--rate", "Webhooks per second.", RateDefault);
        var seconds = Positive("--seconds", "How long.", SecondsDefault);
        var command = new Command("webhooks", "How fast webhooks are accepted, and emails become runs.") { rate, seconds };
        command.SetAction((parsed, _) => RunAsync((owner, token) => WebhookBench.RunAsync(owner, parsed.GetValue(rate), parsed.GetValue(seconds), token)));
        return command;
    }

    private static Command Outage()
    {
        var minutes = Positive("--minutes", "How long nothing receives webhooks.", MinutesDefault);
        var command = new Command("outage", "How long it takes to catch up after a time in which webhooks were lost.") { minutes };
        command.SetAction((parsed, _) => RunAsync((owner, token) => OutageBench.RunAsync(owner, parsed.GetValue(minutes), token)));
        return command;
    }

    private static Option<int> Positive(string name, string description, int otherwise)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => otherwise };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError($"{name} must be at least 1.");
            }
        });
        return option;
    }

    private static Command Startup()
    {
        var command = new Command("startup", "How long ./cortex run takes to its first healthy answer.");
        command.SetAction((_, _) => RunAsync(StartupBench.RunAsync));
        return command;
    }

    private static async Task<int> RunAsync(params Func<Instance, CancellationToken, Task<BenchReport>>[] benchmarks)
    {
        using var signals = new StopSignals();
        using var owner = await Instance.OpenAsync(name => name == "CORTEX_HOME" ? Path.Combine(Checkout.Root, ".cortex", "bench") : null, signals.Stop);
        foreach (var benchmark in benchmarks)
        {
            await (await benchmark(owner, signals.Stop)).PublishAsync(Console.Out, signals.Stop);
        }

        return 0;
    }
}
