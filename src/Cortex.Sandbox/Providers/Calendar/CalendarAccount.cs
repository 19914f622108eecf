using System.Text;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Json;
using Cortex.Sandbox.Storage;

namespace Cortex.Sandbox.Providers.Calendar;

/// <summary>One account: its calendars and their events. Every change is an entry: written to the journal first, then applied here. Used under its lock.</summary>
internal sealed class CalendarAccount(string connectionId, Journal journal) : IAccount
{
    private const string Primary = "primary";
    private const string FirstTimeZone = "UTC";

    private readonly Dictionary<string, CalendarInfo> calendars = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, string>> events = new(StringComparer.Ordinal);

    public Lock Access { get; } = new();

    public string ConnectionId => connectionId;

    /// <summary>The main calendar first, whose id is the account's address; it is there from the start.</summary>
    public IReadOnlyList<CalendarInfo> Calendars(Connection connection)
        => [Main(connection), .. calendars.Values.Where(calendar => !calendar.IsPrimary).OrderBy(calendar => calendar.Id, StringComparer.Ordinal)];

    public CalendarInfo? Find(Connection connection, string id)
        => id == Primary || id.Equals(connection.Address, StringComparison.OrdinalIgnoreCase) ? Main(connection) : calendars.GetValueOrDefault(id);

    public JsonObject? Event(CalendarInfo calendar, string id)
        => EventsOf(calendar).TryGetValue(id, out var json) ? SandboxJson.TryParse(Encoding.UTF8.GetBytes(json)) as JsonObject : null;

    public IEnumerable<JsonObject> Events(CalendarInfo calendar) => EventsOf(calendar).Keys.Select(id => Event(calendar, id)!);

    public void Save(CalendarInfo calendar) => Commit(new CalendarSaved(connectionId, calendar));

    public void Save(CalendarInfo calendar, string id, JsonObject calendarEvent)
        => Commit(new CalendarEventSaved(connectionId, calendar.IsPrimary ? Primary : calendar.Id, id, SandboxJson.Text(calendarEvent)));

    public void Apply(JournalEntry entry)
    {
        switch (entry)
        {
            case CalendarSaved saved:
                calendars[saved.Calendar.IsPrimary ? Primary : saved.Calendar.Id] = saved.Calendar;
                break;
            case CalendarEventSaved saved:
                if (!events.TryGetValue(saved.CalendarId, out var ofCalendar))
                {
                    events[saved.CalendarId] = ofCalendar = new Dictionary<string, string>(StringComparer.Ordinal);
                }

                ofCalendar[saved.Id] = saved.Json;
                break;
        }
    }

    private CalendarInfo Main(Connection connection)
        => calendars.GetValueOrDefault(Primary) ?? new CalendarInfo(connection.Address, connection.Address, FirstTimeZone, IsPrimary: true);

    private Dictionary<string, string> EventsOf(CalendarInfo calendar) => events.GetValueOrDefault(calendar.IsPrimary ? Primary : calendar.Id) ?? [];

    private void Commit(JournalEntry entry)
    {
        journal.Append(entry);
        Apply(entry);
    }
}
