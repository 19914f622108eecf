using System.CommandLine;
using Cortex.Cli.Bench.Chaos;
using Cortex.Cli.Instances;

namespace Cortex.Cli.Commands;

/// <summary><c>bench chaos</c>: real processes under load and faults, and then whether anything was lost or done twice.</summary>
internal static class BenchChaosCommand
{
    private const int MinutesDefault = 10;
    private const string ByChance = "random";
    private const string SlowProvider = "slow-provider";
    private const string Brief = "brief";

    private static readonly Option<int> Minutes = new("--minutes") { Description = "How long webhooks come; from 5 minutes on PostgreSQL is away for two of them. Of the random case alone.", DefaultValueFactory = _ => MinutesDefault };
    private static readonly Option<int?> Seed = new("--seed") { Description = "What chance is made from; another each time when missing." };
    private static readonly Option<string> Case = new("--case") { Description = $"{ByChance}, or what happens is fixed: {SlowProvider}, {Brief}.", DefaultValueFactory = _ => ByChance };

    private static readonly Option<bool> NotReplaced = new("--not-replaced") { Description = "Members that ended, or were killed, are not started again: the others must do." };

    public static Command Make()
    {
        Case.AcceptOnlyFromAmong(ByChance, SlowProvider, Brief);
        var command = new Command("chaos", "Real processes under load and faults, then the ledger; exit code 1 if anything was lost, doubled, stuck or done twice.") { Minutes, Seed, Case, NotReplaced };
        Minutes.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--minutes must be at least 1.");
            }
        });
        command.SetAction((parsed, _) => RunAsync(parsed));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed)
    {
        using var signals = new StopSignals();
        using var owner = await Instance.OpenAsync(name => name == "CORTEX_HOME" ? Path.Combine(Checkout.Root, ".cortex", "bench") : null, signals.Stop);
        var seed = parsed.GetValue(Seed) ?? Random.Shared.Next();
        var chaos = parsed.GetValue(Case) switch
        {
            SlowProvider => ChaosCase.SlowProvider(seed),
            Brief => ChaosCase.Brief(seed),
            _ => await ByChanceAsync(seed, TimeSpan.FromMinutes(parsed.GetValue(Minutes)), owner, signals.Stop),
        };
        chaos = chaos with { ReplacesMembers = !parsed.GetValue(NotReplaced) };
        var outcome = await new ChaosRun(chaos, Console.Out).RunAsync(owner, signals.Stop);
        await ChaosReport.Of(chaos, outcome).PublishAsync(Console.Out, signals.Stop);
        return outcome.Ledger.IsKept ? 0 : CommandLine.Failed;
    }

    private static async Task<ChaosCase> ByChanceAsync(int seed, TimeSpan load, Instance owner, CancellationToken cancellationToken)
    {
        var canCut = await SiloNetwork.IsPossibleAsync(owner.Directory, cancellationToken);
        if (!canCut)
        {
            await Console.Out.WriteLineAsync("No silo is cut off from the others: network namespaces need root on Linux, and ip (iproute2).");
        }

        return ChaosCase.ByChance(seed, load, canCut);
    }
}
