using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Items;
using NodaTime;
using NodaTime.Text;

namespace Cortex.Tools.Calendar;

/// <summary>When an event begins or ends, as Google Calendar is told.</summary>
/// <param name="At">The moment; for a day its midnight.</param>
/// <param name="IsDay">Whether a whole day is meant.</param>
/// <param name="IsLocal">Whether the moment was said by a clock of the calendar's zone, so that the event belongs to that zone.</param>
internal readonly record struct CalendarMoment(ZonedDateTime At, bool IsDay, bool IsLocal)
{
    /// <summary>Its day.</summary>
    public LocalDate Day => At.Date;

    public CalendarMoment PlusDays(int days) => this with { At = At.Zone.AtStartOfDay(Day.PlusDays(days)) };

    public CalendarMoment Plus(Duration duration) => this with { At = At.Plus(duration) };

    /// <summary>Whether an event of Google's begins, or ends, then.</summary>
    /// <param name="time">Its <c>start</c>, or its <c>end</c>.</param>
    public bool Is(JsonElement? time) => IsDay ? time?.Text("date") == LocalDatePattern.Iso.Format(Day) : CalendarTime.Of(time) is { IsDay: false } moment && moment.At == At.ToDateTimeOffset();

    /// <summary>RFC 3339 with the offset.</summary>
    public string ToText() => OffsetDateTimePattern.Rfc3339.Format(At.ToOffsetDateTime());

    /// <summary>As a new event has it.</summary>
    public JsonObject ToJson()
    {
        if (IsDay)
        {
            return new() { ["date"] = LocalDatePattern.Iso.Format(Day) };
        }

        var json = new JsonObject { ["dateTime"] = ToText() };
        if (IsLocal)
        {
            json["timeZone"] = At.Zone.Id;
        }

        return json;
    }

    /// <summary>As a change of an event has it: what an event of the other kind has is taken away.</summary>
    public JsonObject ToPatch()
    {
        var json = ToJson();
        json[IsDay ? "dateTime" : "date"] = null;
        if (IsDay)
        {
            json["timeZone"] = null;
        }

        return json;
    }
}
