namespace Cortex.Api.Webhooks;

internal sealed partial class WebhookReceiver
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Webhook received")]
    private partial void LogReceived(DeliveryId eventId, string? connectionId, string type);

    [LoggerMessage(Level = LogLevel.Information, Message = "Webhook without a signature: counted, not stored")]
    private partial void LogUnsigned(string outcome);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhook refused: its signature is wrong")]
    private partial void LogInvalidSignature();

    [LoggerMessage(Level = LogLevel.Error, Message = "Webhooks are not stored, and their senders told to come again: {Count} since this was said last")]
    private partial void LogNotStored(Exception exception, int count);
}
