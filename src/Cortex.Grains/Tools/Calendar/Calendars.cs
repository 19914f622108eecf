using System.Text.Json;
using Cortex.Nango;

namespace Cortex.Tools.Calendar;

/// <summary>Finds calendars by name, as users know them; Google wants ids.</summary>
internal sealed class Calendars(CalendarCalls calendar)
{
    /// <summary>The id of the calendar of this name, the main one for no name; or what went wrong.</summary>
    public async Task<(string? Id, ToolResult? Failure)> FindAsync(ProviderAccount account, string name, CancellationToken cancellationToken)
    {
        if (name.Length == 0 || string.Equals(name, CalendarCalls.Primary, StringComparison.OrdinalIgnoreCase))
        {
            return (CalendarCalls.Primary, null);
        }

        var (all, failure) = await ListAsync(account, cancellationToken);
        if (failure is not null)
        {
            return (null, failure);
        }

        CalendarEntry[] named = [.. all.Where(entry => string.Equals(entry.Name, name, StringComparison.OrdinalIgnoreCase))];

        // "My work calendar" is often called after more than its kind: "Work (Acme)".
        named = named.Length > 0 ? named : [.. all.Where(entry => entry.Name.Contains(name, StringComparison.OrdinalIgnoreCase))];
        return named switch
        {
            [{ IsWritable: true } only] => (only.Id, null),
            [_] => Failed($"The calendar '{CalendarLimits.Shown(named[0].Name)}' may only be read by this account. Choose another, or ask its owner for the right to make changes."),
            [] => Failed($"There is no calendar called '{CalendarLimits.Shown(name)}' in this account. It has: {Names(all)}."),
            _ => Failed($"More than one calendar goes by '{CalendarLimits.Shown(name)}': {Names(named)}. Say which one by its whole name."),
        };
    }

    /// <summary>The calendars that the account sees, the main one first; or what went wrong.</summary>
    public async Task<(IReadOnlyList<CalendarEntry> All, ToolResult? Failure)> ListAsync(ProviderAccount account, CancellationToken cancellationToken)
    {
        List<CalendarEntry> entries = [];
        var first = CalendarCalls.List.With("maxResults", $"{CalendarLimits.PageSize}");
        var page = first;
        for (var pages = 0; pages < CalendarLimits.PagesMax; pages++)
        {
            var answer = await calendar.GetAsync(account, page, cancellationToken);
            if (answer.Failure is not null)
            {
                return ([], answer.Failure);
            }

            entries.AddRange(answer.Body.Elements("items").Where(entry => entry.Flag("deleted") != true).Select(Read).OfType<CalendarEntry>());
            if (answer.Body.Text("nextPageToken") is not { Length: > 0 } next)
            {
                break;
            }

            page = first.With("pageToken", next);
        }

        return ([.. entries.OrderByDescending(entry => entry.IsPrimary)], null);
    }

    private static string Names(IEnumerable<CalendarEntry> entries) =>
        string.Join(", ", entries.Take(CalendarLimits.CalendarsSearchedMax).Select(entry => $"'{CalendarLimits.Shown(entry.Name)}'"));

    private static (string? Id, ToolResult? Failure) Failed(string sentence) => (null, new ToolResult.Failed(sentence));

    private static CalendarEntry? Read(JsonElement entry) =>
        entry.Text("id") is { } id && ProviderPath.IsSegment(id)
            ? new(id, entry.Text("summaryOverride") ?? entry.Text("summary") ?? id, entry.Flag("primary") == true, entry.Text("accessRole") is "owner" or "writer")
            : null;
}
