namespace Cortex;

/// <summary>Bounds on texts that come with webhooks.</summary>
internal static class WebhookText
{
    /// <summary>A text that can be a name: not empty, not longer than the limit, no control characters (PostgreSQL cannot keep NUL); else null.</summary>
    public static string? Name(string? text, int lengthMax) =>
        text is { Length: > 0 } && text.Length <= lengthMax && !text.Any(char.IsControl) ? text : null;

    /// <summary>A text for people, its NULs gone, cut at the limit but never inside a surrogate pair.</summary>
    public static string? Cut(string? text, int lengthMax)
    {
        text = text?.Replace("\0", string.Empty, StringComparison.Ordinal);
        if (text is null || text.Length <= lengthMax)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[lengthMax - 1]) ? lengthMax - 1 : lengthMax)];
    }
}
