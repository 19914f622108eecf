using System.Text.Json;

namespace Cortex.Tools.Calendar;

/// <summary>What came of looking for an event. Neither a calendar nor a failure: it is in none.</summary>
/// <param name="Calendar">The calendar that it is in.</param>
/// <param name="Event">The event, as Google has it.</param>
/// <param name="Failure">Why it could not be looked for.</param>
internal readonly record struct FoundEvent(CalendarEntry? Calendar, JsonElement Event, ToolResult? Failure)
{
    /// <summary>Google keeps an event that was deleted for a while.</summary>
    public bool IsCancelled => Event.Text("status") == "cancelled";
}
