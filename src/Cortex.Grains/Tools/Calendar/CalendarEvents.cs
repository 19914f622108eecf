using Cortex.Storage.Errors;

namespace Cortex.Tools.Calendar;

/// <summary>Finds an event of which only the id is known: a record does not say which calendar it came from.</summary>
internal sealed class CalendarEvents(CalendarCalls calendar, Calendars calendars)
{
    /// <summary>What the main calendar is called where its name does not matter.</summary>
    private static readonly CalendarEntry Primary = new(CalendarCalls.Primary, CalendarCalls.Primary, IsPrimary: true, IsWritable: true);

    /// <summary>Looks in the main calendar, then in the others.</summary>
    public async Task<FoundEvent> FindAsync(ProviderAccount account, string eventId, CancellationToken cancellationToken)
    {
        var found = await GetAsync(account, Primary, eventId, cancellationToken);
        return found.Calendar is null && found.Failure is null ? await FindElsewhereAsync(account, eventId, cancellationToken) : found;
    }

    /// <summary>Looks in the calendars other than the main one.</summary>
    public async Task<FoundEvent> FindElsewhereAsync(ProviderAccount account, string eventId, CancellationToken cancellationToken)
    {
        var (all, failure) = await calendars.ListAsync(account, cancellationToken);
        return failure is null ? await FirstAsync(account, [.. all.Where(entry => !entry.IsPrimary)], eventId, cancellationToken) : new(null, default, failure);
    }

    /// <summary>Looks in calendars one after the other.</summary>
    public async Task<FoundEvent> FirstAsync(ProviderAccount account, IReadOnlyList<CalendarEntry> entries, string eventId, CancellationToken cancellationToken)
    {
        foreach (var entry in entries.Take(CalendarLimits.CalendarsSearchedMax))
        {
            var found = await GetAsync(account, entry, eventId, cancellationToken);
            if (found.Calendar is not null || found.Failure is not null)
            {
                return found;
            }
        }

        return entries.Count <= CalendarLimits.CalendarsSearchedMax
            ? default
            : new(null, default, new ToolResult.Failed($"The event is in none of the first {CalendarLimits.CalendarsSearchedMax} calendars of this account, which is where Cortex looks. Hide calendars that are not needed.", ErrorCodes.Limit));
    }

    private async Task<FoundEvent> GetAsync(ProviderAccount account, CalendarEntry entry, string eventId, CancellationToken cancellationToken)
    {
        var answer = await calendar.GetAsync(account, CalendarCalls.Events(entry.Id).Then(eventId), cancellationToken);
        return answer.Status is 404 or 410 ? default
            : answer.Failure is not null ? new(null, default, answer.Failure)
            : new(entry, answer.Body, null);
    }
}
