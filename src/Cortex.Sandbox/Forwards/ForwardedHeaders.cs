namespace Cortex.Sandbox.Forwards;

/// <summary>Which of a provider's headers a forward carries: all but those that belong to the one hop.</summary>
internal static class ForwardedHeaders
{
    private static readonly string[] KeptBackStarts =
    [
        "host", "authorization", "connection", "keep-alive", "content-length", "content-type", "content-encoding", "cookie", "set-cookie",
        "referer", "user-agent", "sec-", "proxy-", "www-authenticate", "server",
    ];

    /// <summary>Nango's client adds these itself; a second value beside its own would not be what it sends.</summary>
    private static readonly string[] Own = ["accept", "accept-encoding", "transfer-encoding", "x-nango-signature", "x-nango-hmac-sha256"];

    public static IReadOnlyList<KeyValuePair<string, string>> Of(IReadOnlyDictionary<string, string> headers)
        => [.. headers.Where(header => !Own.Contains(header.Key) && !KeptBackStarts.Any(start => header.Key.StartsWith(start, StringComparison.Ordinal)))];
}
