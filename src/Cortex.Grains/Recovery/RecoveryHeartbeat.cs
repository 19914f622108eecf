using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cortex.Recovery;

/// <summary>Every silo asks the one recovery grain to sweep, at start and every few seconds: as long as one silo lives, sweeps go on.</summary>
internal sealed partial class RecoveryHeartbeat(IGrainFactory grains, TimeProvider time, ILogger<RecoveryHeartbeat> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(3);

    /// <summary>How long a sweep is waited for before it is asked for again: the grain may have gone down with its silo.</summary>
    private static readonly TimeSpan SweepTimeMax = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            do
            {
                await SweepAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The silo stops; others go on.
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            await grains.Recovery().SweepAsync(cancellationToken).WaitAsync(SweepTimeMax, time, cancellationToken);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException or RecoveryFailedException or UnavailableException or GrainFailedException)
        {
            LogSweepFailed(logger, e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Recovery sweep failed: {Error}")]
    private static partial void LogSweepFailed(ILogger logger, string error);
}
