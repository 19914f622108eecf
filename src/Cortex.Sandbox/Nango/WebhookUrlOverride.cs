namespace Cortex.Sandbox.Nango;

/// <summary>An address that stands in for the environment's webhook addresses, for one connection.</summary>
internal static class WebhookUrlOverride
{
    private const string Member = "webhook_url_override";

    /// <summary>The address, empty to take it away; null when the body does not speak of it.</summary>
    public static string? Read(BodyReader body)
    {
        var url = body.Text(Member);
        if (url is { Length: > 0 } && !(Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https"))
        {
            body.Add("invalid_format", "Invalid URL", Member);
        }

        return url;
    }

    public static string? OrNone(string? url) => string.IsNullOrEmpty(url) ? null : url;
}
