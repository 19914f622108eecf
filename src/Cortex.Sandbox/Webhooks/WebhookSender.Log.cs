namespace Cortex.Sandbox.Webhooks;

internal sealed partial class WebhookSender
{
    [LoggerMessage(1, LogLevel.Information, "Webhook attempt {Number} to {Url}: {Status} {Error} in {DurationMs} ms")]
    private partial void LogAttempt(Uri url, int number, int? status, string? error, double durationMs);

    [LoggerMessage(2, LogLevel.Warning, "Webhook to {Url} dropped: {Reason}")]
    private partial void LogDropped(Uri url, string reason);

    [LoggerMessage(3, LogLevel.Error, "Webhook to {Url} failed")]
    private partial void LogFailed(Uri url, Exception fault);
}
