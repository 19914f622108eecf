using System.Net.Http.Headers;

namespace Cortex.Nango;

/// <summary>Reads both forms of <c>Retry-After</c>: seconds, or a date.</summary>
internal static class RetryAfterHeader
{
    public static TimeSpan? Read(RetryConditionHeaderValue? header, DateTimeOffset now, TimeSpan max)
    {
        var wait = header switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => (TimeSpan?)null,
        };
        return wait is { } some ? TimeSpan.FromTicks(Math.Clamp(some.Ticks, 0, max.Ticks)) : null;
    }
}
