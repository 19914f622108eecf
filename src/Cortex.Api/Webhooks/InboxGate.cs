using Cortex.Storage;
using Cortex.Storage.Deliveries;

namespace Cortex.Api.Webhooks;

/// <summary>The way into the inbox: bounded in bytes, and nobody waits at it for long.</summary>
internal sealed class InboxGate(DeliveryInbox inbox, TimeProvider time)
{
    /// <summary>Bytes of bodies that may wait to be stored: the inbox alone counts deliveries, and a delivery may have megabytes.</summary>
    public const long BytesWaitingMax = 256L * 1024 * 1024;

    /// <summary>How long a sender waits for the disk. Nango gives 20 s, and what is stored after the wait is known again when it is repeated.</summary>
    public static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(5);

    private long _bytesWaiting;

    /// <summary>Returns when the delivery is on disk.</summary>
    /// <exception cref="QueueFullException">Too much waits.</exception>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public Task CommitAsync(NewDelivery delivery) => StoreAsync(delivery).WaitAsync(WaitMax, time);

    private async Task StoreAsync(NewDelivery delivery)
    {
        var bytes = delivery.Payload.Length;
        try
        {
            if (Interlocked.Add(ref _bytesWaiting, bytes) > BytesWaitingMax)
            {
                throw new QueueFullException("Too many bytes wait to be stored.");
            }

            // Not the request's token: whether its sender is still there does not matter to what it has sent.
            await inbox.CommitAsync(delivery, CancellationToken.None);
        }
        finally
        {
            Interlocked.Add(ref _bytesWaiting, -bytes);
        }
    }
}
