using System.Globalization;

namespace Cortex.Sandbox.Records;

/// <summary>The two ways in which Nango writes instants.</summary>
internal static class RecordTime
{
    public static readonly TimeSpan Microsecond = TimeSpan.FromMicroseconds(1);

    /// <summary>As PostgreSQL writes it, in microseconds: what records carry.</summary>
    public static string Stamp(DateTimeOffset instant)
        => instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture);

    /// <summary>As JavaScript writes it, in milliseconds: what webhooks carry.</summary>
    public static string Iso(DateTimeOffset instant)
        => instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static DateTimeOffset Floor(DateTimeOffset instant, TimeSpan unit)
        => new(instant.UtcTicks - (instant.UtcTicks % unit.Ticks), TimeSpan.Zero);
}
