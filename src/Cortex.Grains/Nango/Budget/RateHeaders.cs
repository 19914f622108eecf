using System.Globalization;
using System.Net.Http.Headers;

namespace Cortex.Nango.Budget;

/// <summary>Reads the three <c>X-RateLimit-…</c> headers that Nango adds to every answer. None of the providers sends any of these names through the proxy.</summary>
internal static class RateHeaders
{
    /// <summary>
    /// What they say; null if one is missing or odd. When the window ends is taken relative to the answer's own <c>Date</c>, so that our clock may be wrong.
    /// </summary>
    public static NangoRateNotice? Read(HttpResponseHeaders headers, DateTimeOffset now) =>
        Number(headers, "X-RateLimit-Limit") is { } limit and > 0 and <= int.MaxValue
        && Number(headers, "X-RateLimit-Remaining") is { } remaining && remaining <= limit
        && Number(headers, "X-RateLimit-Reset") is { } reset && reset <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? new((int)limit, (int)remaining, DateTimeOffset.FromUnixTimeSeconds(reset) - (headers.Date ?? now))
            : null;

    private static long? Number(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) && values.ToArray() is [var only]
        && long.TryParse(only, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
