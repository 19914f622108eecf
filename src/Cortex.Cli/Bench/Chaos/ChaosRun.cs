using System.Collections.Concurrent;
using Cortex.Cli.Instances;
using Cortex.Cli.Local;

namespace Cortex.Cli.Bench.Chaos;

/// <summary>One run: everything is started, webhooks come, faults happen, all is waited for, and the ledger is closed.</summary>
internal sealed class ChaosRun(ChaosCase chaos, TextWriter output)
{
    /// <summary>How often it is looked whether all is done; times are those of the runs themselves.</summary>
    private static readonly TimeSpan LookPeriod = TimeSpan.FromSeconds(2);

    private readonly LogTally _log = new();
    private readonly ConcurrentQueue<MemberEnd> _ends = [];
    private LoadClock _clock = new();

    public async Task<ChaosOutcome> RunAsync(Instance owner, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync($"{chaos.Name}: seed {chaos.Seed}, {chaos.PerSecond} webhooks/s for {chaos.Load.TotalSeconds} s, {ChaosCase.Silos} silos, {ChaosCase.Apis} APIs, {chaos.Users} users{(chaos.Throughout is { } throughout ? $"; throughout: {throughout}" : "")}");
        await using var cluster = await ChaosCluster.StartAsync(owner, chaos, (role, line) => _log.Add(role, line, _clock.Now), OnEnded, cancellationToken);
        await using var services = new ServiceCollection().ConfigureHttpClientDefaults(http => http.RemoveAllLoggers()).AddHttpClient().BuildServiceProvider();
        var clients = services.GetRequiredService<IHttpClientFactory>();
        var sandbox = new SandboxControl(cluster.Sandbox, clients);
        var users = await Task.WhenAll(Enumerable.Range(1, chaos.Users).Select(number =>
            ChaosUser.MakeAsync(new(cluster.Apis[0].Url, cluster.Sandbox, clients, $"chaos-{number}"), chaos.Automations, cancellationToken)));

        _ends.Clear();
        _clock = new();
        var began = TimeProvider.System.GetUtcNow();
        var driver = new WebhookDriver(cluster, sandbox, clients, _clock);
        using var faults = new FaultRunner(cluster, sandbox, chaos, _clock, output);
        var running = faults.RunAsync(cancellationToken);
        var mails = PlannedMail.ByChance(chaos.Seed, (int)(chaos.PerSecond * chaos.Load.TotalSeconds), users.Length, chaos.Automations.Count);
        var sent = await OpenLoop.RunAsync(
            chaos.PerSecond, chaos.Load, number => driver.SendAsync(mails[number], users[mails[number].User], chaos.Automations[mails[number].Automation], cancellationToken), cancellationToken);
        await running;

        var calm = _clock.Now;
        await output.WriteLineAsync($"{calm.TotalSeconds,6:F1} s  all sent, all faults over; waiting up to {chaos.DrainLimit.TotalSeconds} s for what is on its way");
        var isQuiet = await Poll.UntilAsync(token => IsQuietAsync(users, token), chaos.DrainLimit, cancellationToken);
        List<SeenRun> runs = [];
        List<string> pending = [];
        foreach (var user in users)
        {
            runs.AddRange(await user.RunsAsync(cancellationToken));
            pending.AddRange(await user.PendingEventsAsync(cancellationToken));
        }

        var ledger = Ledger.Close([.. sent.Select(one => one.Result)], pending, runs, await sandbox.EffectsAsync(cancellationToken));
        return new(ledger, driver.Answers, faults.Windows, _ends, _log, isQuiet ? LastEnd(runs) - (began + calm) : null);
    }

    private static async Task<bool> IsQuietAsync(IEnumerable<ChaosUser> users, CancellationToken cancellationToken)
    {
        await Task.Delay(LookPeriod, TimeProvider.System, cancellationToken);
        foreach (var user in users)
        {
            if (!await user.IsQuietAsync(cancellationToken))
            {
                return false;
            }
        }

        foreach (var user in users)
        {
            if ((await user.PendingEventsAsync(cancellationToken)).Count > 0)
            {
                return false;
            }
        }

        return true;
    }

    private static DateTimeOffset? LastEnd(IEnumerable<SeenRun> runs) => runs.Max(run => run.CompletedAt);

    private void OnEnded(string name, int exitCode)
    {
        _ends.Enqueue(new(name, _clock.Now, exitCode));
        output.WriteLine($"{_clock.Now.TotalSeconds,6:F1} s  {name} ended by itself, exit code {exitCode}");
    }
}
