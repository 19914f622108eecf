using Cortex.Api.Cluster;

namespace Cortex.Api.Webhooks;

/// <summary>Tells a connection's grain that a delivery waits. Only a hint: nobody waits for it, and what it was for is found without it.</summary>
internal sealed partial class ConnectionNudge(ClusterGrains grains, WebhookInstruments instruments, ILogger<ConnectionNudge> logger)
{
    /// <summary>Hints on their way. While no silo answers each stays for the response timeout; more of them would help nobody.</summary>
    public const int InFlightMax = 256;

    private int _inFlight;

    public void Send(ConnectionKey key) => _ = SendAsync(key);

    private async Task SendAsync(ConnectionKey key)
    {
        try
        {
            if (Interlocked.Increment(ref _inFlight) > InFlightMax)
            {
                instruments.OnNudged("skipped");
                return;
            }

            await grains.Connection(key).PokeAsync(CancellationToken.None);
            instruments.OnNudged("sent");
        }
#pragma warning disable CA1031 // Whatever kept the hint from arriving, recovery finds the row that it was about.
        catch (Exception e)
#pragma warning restore CA1031
        {
            instruments.OnNudged("failed");
            LogFailed(e, key);
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Connection {ConnectionKey} could not be told that an event waits")]
    private partial void LogFailed(Exception exception, ConnectionKey connectionKey);
}
