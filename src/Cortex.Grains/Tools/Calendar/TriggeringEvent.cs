using Cortex.Items;
using Cortex.Nango;

namespace Cortex.Tools.Calendar;

/// <summary>The calendar event that an item is.</summary>
internal static class TriggeringEvent
{
    /// <summary>Characters of an id; Google's own limit.</summary>
    private const int IdLengthMax = 1_024;

    /// <summary>The event's id; null if the item is none.</summary>
    public static string? IdOf(Item item) =>
        item is { Provider: Providers.GoogleCalendar, Kind: CalendarItems.Kind } && item.RecordId.Length <= IdLengthMax && ProviderPath.IsSegment(item.RecordId)
            ? item.RecordId
            : null;
}
