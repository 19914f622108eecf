using System.Text.Json;
using Cortex.Catalog;
using NodaTime;

namespace Cortex.Programs;

/// <summary>Reads the parts of an item's times by the clocks of the zone that the item carries.</summary>
/// <remarks>The zones are those of NodaTime's own database, so no machine lacks them.</remarks>
internal static class ItemClock
{
    /// <summary>The field of every kind of item, in no catalog, that names its zone: an IANA id, or an offset such as <c>UTC+02</c>. Without one, times are read as UTC.</summary>
    public const string ZoneField = "timeZone";

    /// <summary>The zone of this name; null if there is none.</summary>
    public static DateTimeZone? ZoneOf(string? name) => name is { Length: > 0 } ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) : null;

    /// <summary>The weekday or the time of day of an item's time, as programs spell it; null if the item has none.</summary>
    public static string? PartOf(JsonElement fields, ItemField part)
    {
        if (part.PartOf is not { } time || LiteralText.TimeOf(Text(fields, time.Name)) is not { } moment || (part.Kind == FieldKind.TimeOfDay && IsWholeDay(fields, time)))
        {
            return null;
        }

        var local = Instant.FromDateTimeOffset(moment).InZone(ZoneOf(Text(fields, ZoneField)) ?? DateTimeZone.Utc);
        return part.Kind == FieldKind.Weekday ? $"{local.DayOfWeek}" : ClockText.Write(new TimeOnly(local.Hour, local.Minute));
    }

    private static bool IsWholeDay(JsonElement fields, ItemField time) => time.Parts?.WholeDay is { } flag && fields.TryGetProperty(flag, out var value) && value.ValueKind == JsonValueKind.True;

    private static string Text(JsonElement fields, string name) =>
        fields.ValueKind == JsonValueKind.Object && fields.TryGetProperty(name, out var value) ? FieldText.Of(value) : string.Empty;
}
