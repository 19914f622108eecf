using System.Text.Json;
using Cortex.Items;
using NodaTime;

namespace Cortex.Tools.Calendar;

/// <summary>From when until when an event goes. Of one of whole days the end is the day after its last, as Google has it.</summary>
/// <param name="Start">When it begins.</param>
/// <param name="End">When it ends.</param>
internal sealed record CalendarSpan(CalendarMoment Start, CalendarMoment End)
{
    /// <summary>How long an event is that nobody said it of.</summary>
    private static readonly Duration Usual = Duration.FromHours(1);

    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>The time of a new event; or what is wrong with it, in a sentence.</summary>
    /// <param name="start">When it begins.</param>
    /// <param name="end">When it ends, the last day included; or null.</param>
    /// <param name="duration">How long it goes; or null.</param>
    public static (CalendarSpan? Span, string? Fault) Of(CalendarMoment start, CalendarMoment? end, TimeSpan? duration) =>
        end is { } said ? Until(start, said)
        : duration is not { } length ? (new(start, start.IsDay ? start.PlusDays(1) : start.Plus(Usual)), null)
        : length > Longest ? (null, $"The event would last longer than {Longest.TotalDays:0} days: say when it ends.")
        : !start.IsDay ? (new(start, start.Plus(Duration.FromTimeSpan(length))), null)
        : length.Ticks % TimeSpan.TicksPerDay == 0 ? (new(start, start.PlusDays((int)length.TotalDays)), null)
        : (null, "The event is to last a part of a day, so its start needs a time of day: write it like 'tomorrow 09:00'.");

    /// <summary>The time of an event that is moved; or what is wrong with it. One that gets a new start alone stays as long as it was.</summary>
    /// <param name="current">The event, as Google has it.</param>
    /// <param name="start">When it is to begin; null if as before.</param>
    /// <param name="end">When it is to end, the last day included; null if that follows from the start.</param>
    public static (CalendarSpan? Span, string? Fault) OfMoved(JsonElement current, CalendarMoment? start, CalendarMoment? end)
    {
        var (began, ended) = (CalendarTime.Of(current.ObjectAt("start")), CalendarTime.Of(current.ObjectAt("end")));
        if (start is not { } to)
        {
            return began is { } before ? Until(At(before), end!.Value) : (null, "The event has no start of its own: say both, its start and its end.");
        }

        if (end is { } until)
        {
            return Until(to, until);
        }

        var length = began is { } first && ended is { } last && first.IsDay == to.IsDay ? last.At - first.At : (TimeSpan?)null;
        return Of(to, null, length is { } kept && to.IsDay ? TimeSpan.FromDays(Math.Max(1, Math.Round(kept.TotalDays))) : length);
    }

    private static (CalendarSpan? Span, string? Fault) Until(CalendarMoment start, CalendarMoment end)
    {
        if (start.IsDay != end.IsDay)
        {
            return (null, "The event's start and end must both have a time of day, or neither: write them like 'tomorrow 09:00' and 'tomorrow 10:30', or like 2026-03-31 and 2026-04-02.");
        }

        var after = end.IsDay ? end.PlusDays(1) : end;
        return after.At.ToInstant() > start.At.ToInstant()
            ? (new(start, after), null)
            : (null, $"The event would end, at {end.ToText()}, before it starts, at {start.ToText()}: say an end after the start.");
    }

    private static CalendarMoment At(CalendarTime time) => new(Instant.FromDateTimeOffset(time.At).InUtc(), time.IsDay, IsLocal: false);
}
