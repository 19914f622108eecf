namespace Cortex.Api.Webhooks;

/// <summary>How the receipt of a webhook ended; the values of the metrics' <c>outcome</c>.</summary>
internal static class WebhookOutcome
{
    public const string Accepted = "accepted";
    public const string InvalidSignature = "invalid_signature";
    public const string Malformed = "malformed";
    public const string TooLarge = "too_large";
    public const string Unavailable = "unavailable";
    public const string Unsigned = "unsigned";
}
