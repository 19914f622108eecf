using NodaTime;

namespace Cortex.Tools.Calendar;

/// <summary>Tells by which clocks times without an offset are meant: those of the calendar's zone.</summary>
internal sealed class CalendarClock(CalendarCalls calendar)
{
    /// <summary>A calendar's zone; or what went wrong.</summary>
    /// <remarks>A list of events carries the zone too, and needs no permission beyond that for events.</remarks>
    public async Task<(DateTimeZone? Zone, ToolResult? Failure)> ZoneAsync(ProviderAccount account, string calendarId, CancellationToken cancellationToken)
    {
        var answer = await calendar.GetAsync(account, CalendarCalls.Events(calendarId).With("maxResults", "1").With("fields", "timeZone"), cancellationToken);
        if (answer.Failure is not null || answer.Body.Text("timeZone") is not { Length: > 0 } name)
        {
            return (null, answer.Failure ?? calendar.Unreadable);
        }

        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is { } zone
            ? (zone, null)
            : (null, new ToolResult.Failed($"The calendar's time zone '{CalendarLimits.Shown(name)}' is not known here: write times with their offset, like 2026-03-31T09:00+02:00."));
    }

    /// <summary>What texts mean, in the calendar's zone where that makes a difference; an empty text means nothing.</summary>
    public async Task<(CalendarMoment?[] Moments, ToolResult? Failure)> ReadAsync(
        ToolCall call, string calendarId, IReadOnlyList<string> inputs, CancellationToken cancellationToken)
    {
        string[] texts = [.. inputs.Select(input => call.InputText(input).Trim())];
        var zone = DateTimeZone.Utc;
        var moments = new CalendarMoment?[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            // Whether it is a time at all needs no question.
            if (texts[i].Length > 0 && CalendarWords.Read(texts[i], call.StartedAt, zone) is null)
            {
                return (moments, new ToolResult.Failed(CalendarWords.Fault(inputs[i], texts[i])));
            }
        }

        if (texts.Any(text => text.Length > 0 && CalendarWords.NeedZone(text)))
        {
            var (known, failure) = await ZoneAsync(call.Account, calendarId, cancellationToken);
            if (known is null)
            {
                return (moments, failure);
            }

            zone = known;
        }

        for (var i = 0; i < texts.Length; i++)
        {
            moments[i] = texts[i].Length == 0 ? null : CalendarWords.Read(texts[i], call.StartedAt, zone);
        }

        return (moments, null);
    }
}
