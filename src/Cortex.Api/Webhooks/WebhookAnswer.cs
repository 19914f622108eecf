namespace Cortex.Api.Webhooks;

/// <summary>What Nango is told, and every probe that looks like it.</summary>
internal sealed record WebhookAnswer(string Status, string Message)
{
    public static readonly WebhookAnswer Accepted = new("accepted", "Webhook received and queued for processing");
}
