using System.Globalization;

namespace Cortex.Sandbox.Nango;

/// <summary>Nango's account-wide limit: a fixed window of a minute, told on every answer.</summary>
internal sealed class NangoRateLimit(SandboxOptions options, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock access = new();
    private DateTimeOffset windowEnd;
    private int used;
    private int perMinute = options.RateLimitPerMinute;

    /// <summary>Calls that a window allows; changed, it holds at once, for the window under way too.</summary>
    public int PerMinute
    {
        get
        {
            lock (access)
            {
                return perMinute;
            }
        }

        set
        {
            lock (access)
            {
                perMinute = value;
            }
        }
    }

    /// <summary>Counts the call and writes the headers; the refusal if the window is used up.</summary>
    public IResult? Count(HttpContext http)
    {
        var now = time.GetUtcNow();
        var (limit, remaining, end) = Take(now);
        var headers = http.Response.Headers;
        headers["X-RateLimit-Limit"] = Text(limit);
        headers["X-RateLimit-Remaining"] = Text(Math.Max(0, remaining));
        headers["X-RateLimit-Reset"] = Text(end.ToUnixTimeSeconds());
        if (remaining >= 0)
        {
            return null;
        }

        return NangoResults.Json(NangoResults.TooManyRequests(http, end - now), StatusCodes.Status429TooManyRequests);
    }

    private (int Limit, int Remaining, DateTimeOffset End) Take(DateTimeOffset now)
    {
        lock (access)
        {
            if (now >= windowEnd)
            {
                (windowEnd, used) = (now + Window, 0);
            }

            // Stops counting one past the limit, so that a caller who never lets go does not overflow it.
            used = Math.Min(used + 1, perMinute + 1);
            return (perMinute, perMinute - used, windowEnd);
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
