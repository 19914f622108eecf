using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cortex.Recovery;

/// <summary>Every silo asks the one recovery grain to sweep, at start and every few seconds: as long as one silo lives, sweeps go on.</summary>
internal sealed partial class RecoveryHeartbeat(IGrainFactory grains, TimeProvider time, ILogger<RecoveryHeartbeat> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            try
            {
                await grains.Recovery().SweepAsync(stoppingToken);
            }
            catch (Exception e) when (e is OrleansException or TimeoutException or RecoveryFailedException)
            {
                LogSweepFailed(logger, e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Recovery sweep failed: {Error}")]
    private static partial void LogSweepFailed(ILogger logger, string error);
}
