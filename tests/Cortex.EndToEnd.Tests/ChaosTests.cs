using Cortex.Cli.Bench.Chaos;
using Cortex.Cli.Instances;
using Cortex.Testing;

namespace Cortex.EndToEnd.Tests;

/// <summary>Three silos, two APIs, PostgreSQL, Redis and slow providers as processes of their own, some of which are killed, frozen or away while webhooks come.</summary>
[Collection(nameof(AloneOnTheMachine))]
public sealed class ChaosTests(ITestOutputHelper output) : IDisposable
{
    /// <summary>Starting, a minute of load, and as long again for what is on its way: a run that takes longer hangs.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly TemporaryDirectory _home = new();

    [Fact]
    public async Task Faults_OneAfterTheOther_LoseNothing_AndDoNothingTwice()
    {
        var chaos = ChaosCase.Brief(Random.Shared.Next());
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        await using var told = new StringWriter();
        using var instance = await Instance.OpenAsync(name => name == "CORTEX_HOME" ? _home.Path : null, limit.Token);

        ChaosOutcome outcome;
        try
        {
            outcome = await new ChaosRun(chaos, TextWriter.Synchronized(told)).RunAsync(instance, limit.Token);
        }
        finally
        {
            output.WriteLine($"{told}");
        }

        output.WriteLine($"{outcome.Ledger}");
        var ledger = outcome.Ledger;
        Assert.Equal((int)(chaos.PerSecond * chaos.Load.TotalSeconds), ledger.Sent);
        Assert.Equal((0, 0, 0), (ledger.Lost, ledger.Missed, ledger.Doubled));
        Assert.Equal((0, 0), (ledger.EffectsTwice, ledger.EffectsMissing));
        Assert.Equal((0, 0), (ledger.EventsStuck, ledger.RunsStuck));
        Assert.Equal((ledger.Sent, 0), (ledger.Completed, ledger.Unknown));
        Assert.Equal(chaos.Faults.Count, outcome.Windows.Count);

        // The door, while PostgreSQL was away: come again, and when.
        var refused = outcome.Windows.Where(window => window.Kind == FaultKind.StopPostgres).SelectMany(away => outcome.Answers.Where(answer => away.Holds(answer.At) && answer.Status is not (0 or 202))).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, answer => Assert.Equal((503, true), (answer.Status, answer.HasRetryAfter)));
        Assert.NotNull(outcome.Drained);
    }

    public void Dispose() => _home.Dispose();
}
