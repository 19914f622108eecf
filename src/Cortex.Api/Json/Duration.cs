namespace Cortex.Api.Json;

/// <summary>How long something took.</summary>
internal static class Duration
{
    /// <summary>In whole milliseconds; null while it has not begun or not ended.</summary>
    public static long? Milliseconds(DateTimeOffset? from, DateTimeOffset? to) => to is { } end && from is { } start ? (long)(end - start).TotalMilliseconds : null;
}
