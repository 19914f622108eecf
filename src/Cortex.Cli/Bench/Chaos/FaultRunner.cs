using System.Collections.Concurrent;

namespace Cortex.Cli.Bench.Chaos;

/// <summary>Does what a plan says, each fault at its time, whatever the others do.</summary>
/// <param name="cluster">To whom.</param>
/// <param name="sandbox">The providers, and Nango.</param>
/// <param name="chaos">The run.</param>
/// <param name="clock">The load's clock.</param>
/// <param name="output">Is told of each fault.</param>
internal sealed class FaultRunner(ChaosCluster cluster, SandboxControl sandbox, ChaosCase chaos, LoadClock clock, TextWriter output) : IDisposable
{
    private readonly ConcurrentQueue<FaultWindow> _windows = [];
    private readonly List<PlannedFault> _outside = [];
    private readonly SemaphoreSlim _changing = new(1);

    /// <summary>The faults that are over.</summary>
    public IReadOnlyCollection<FaultWindow> Windows => _windows;

    /// <summary>Returns when all faults are over but the one that goes on throughout.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (chaos.Throughout is { } throughout)
        {
            await BeginAsync(throughout, cancellationToken);
        }

        await Task.WhenAll(chaos.Faults.Select(fault => RunAsync(fault, cancellationToken)));
    }

    public void Dispose() => _changing.Dispose();

    private async Task RunAsync(PlannedFault fault, CancellationToken cancellationToken)
    {
        await clock.UntilAsync(fault.At, cancellationToken);
        await output.WriteLineAsync(fault.ToString());
        var from = clock.Now;
        await BeginAsync(fault, cancellationToken);
        await clock.UntilAsync(fault.End, cancellationToken);
        await EndAsync(fault, cancellationToken);
        _windows.Enqueue(new(fault.Kind, from, clock.Now));
    }

    private Task BeginAsync(PlannedFault fault, CancellationToken cancellationToken) => fault.Kind switch
    {
        FaultKind.KillSilo => cluster.Silos[fault.Target].KillAsync(),
        FaultKind.KillApi => cluster.Apis[fault.Target].KillAsync(),
        FaultKind.FreezeSilo => Done(cluster.Silos[fault.Target].Freeze),
        FaultKind.CutSilo => cluster.Network.CutAsync(cancellationToken),
        FaultKind.StopPostgres => cluster.StopPostgresAsync(cancellationToken),
        FaultKind.StopRedis => cluster.StopRedisAsync(isWiped: false),
        FaultKind.WipeRedis => cluster.StopRedisAsync(isWiped: true),
        _ => ChangeOutsideAsync(() => _outside.Add(fault), cancellationToken),
    };

    private Task EndAsync(PlannedFault fault, CancellationToken cancellationToken) => fault.Kind switch
    {
        FaultKind.KillSilo => chaos.ReplacesMembers ? cluster.Silos[fault.Target].StartAsync() : Task.CompletedTask,
        FaultKind.KillApi => chaos.ReplacesMembers ? cluster.Apis[fault.Target].StartAsync() : Task.CompletedTask,
        FaultKind.FreezeSilo => Done(cluster.Silos[fault.Target].Thaw),
        FaultKind.CutSilo => cluster.Network.JoinAsync(cancellationToken),
        FaultKind.StopPostgres => cluster.StartPostgresAsync(cancellationToken),
        FaultKind.StopRedis or FaultKind.WipeRedis => cluster.StartRedisAsync(cancellationToken),
        _ => ChangeOutsideAsync(() => _outside.Remove(fault), cancellationToken),
    };

    private async Task ChangeOutsideAsync(Action change, CancellationToken cancellationToken)
    {
        await _changing.WaitAsync(cancellationToken);
        try
        {
            change();
            await sandbox.SetFaultsAsync(_outside, cancellationToken);
        }
        finally
        {
            _changing.Release();
        }
    }

    private static Task Done(Action action)
    {
        action();
        return Task.CompletedTask;
    }
}
