using Cortex.Storage;
using Cortex.Storage.Deliveries;
using Cortex.Storage.Heartbeats;

namespace Cortex.Api.Webhooks;

/// <summary>Says, while webhooks can be received, that they can. A time in which no process said so is one in which webhooks were lost: recovery then looks at every account.</summary>
internal sealed partial class ReceiverHeartbeat([FromKeyedServices(Database.Receipt)] HeartbeatStore heartbeats, DeliveryInbox inbox, TimeProvider time, ILogger<ReceiverHeartbeat> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    /// <summary>Nango's three tries of a webhook lie within nine seconds (Nango docs, webhooks): what is away for less loses nothing.</summary>
    private static readonly TimeSpan GapMin = TimeSpan.FromSeconds(8);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            do
            {
                if (inbox.Waiting < DeliveryInbox.QueueLengthMax)
                {
                    await BeatAsync(stoppingToken);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The process stops; another may go on.
        }
    }

    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        try
        {
            await heartbeats.BeatAsync(HeartbeatStore.Receiver, GapMin, cancellationToken);
        }
        catch (StorageException e)
        {
            LogMissed(logger, e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The receiver's heartbeat could not be written: {Error}")]
    private static partial void LogMissed(ILogger logger, string error);
}
