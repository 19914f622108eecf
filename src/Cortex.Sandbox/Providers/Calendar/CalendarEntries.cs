using Cortex.Sandbox.Storage;

namespace Cortex.Sandbox.Providers.Calendar;

internal sealed record CalendarSaved(string ConnectionId, CalendarInfo Calendar) : JournalEntry, IAccountEntry<CalendarAccount>;

/// <summary>An event as it is from now on, as JSON text; one that was deleted stays, cancelled.</summary>
internal sealed record CalendarEventSaved(string ConnectionId, string CalendarId, string Id, string Json) : JournalEntry, IAccountEntry<CalendarAccount>;
