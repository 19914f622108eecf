using Cortex.Sandbox.Webhooks;

namespace Cortex.Sandbox.Forwards;

/// <summary>Passes a push on: one webhook per connection that it is about, one after the other, or the bare payload when it is about none.</summary>
internal sealed partial class ForwardDelivery(WebhookSender webhooks, IHostApplicationLifetime lifetime, ILogger<ForwardDelivery> logger)
{
    public void Start(PushRouting routing, IReadOnlyList<KeyValuePair<string, string>> headers) => _ = DeliverAsync(routing, headers);

    private async Task DeliverAsync(PushRouting routing, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        try
        {
            if (routing.Connections.Count == 0)
            {
                await webhooks.SendAsync(routing.Payload?.DeepClone(), headers, 1, lifetime.ApplicationStopping);
            }

            foreach (var connection in routing.Connections)
            {
                await webhooks.SendAsync(WebhookBodies.Forward(connection, routing.Payload), headers, 1, lifetime.ApplicationStopping);
            }
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            LogStopped();
        }
        catch (Exception fault)
        {
            // Nobody awaits a forward, so nothing but this line would tell.
            LogFailed(fault);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "A forward is lost: the sandbox is stopping")]
    private partial void LogStopped();

    [LoggerMessage(2, LogLevel.Error, "A forward failed")]
    private partial void LogFailed(Exception fault);
}
