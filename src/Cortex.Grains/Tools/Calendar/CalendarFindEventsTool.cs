using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Items;
using Cortex.Storage.Errors;
using NodaTime;
using NodaTime.Text;

namespace Cortex.Tools.Calendar;

/// <summary>
/// Finds events of the main calendar. Input: <c>query, from, to</c>, days included; output: <c>count</c> and <c>events</c>, a line for each in the order of time: <c>2026-03-31 09:00 Weekly sync (Room 4)</c>.
/// </summary>
internal sealed class CalendarFindEventsTool(CalendarCalls calendar, CalendarClock clock) : ITool
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm");

    public string Name => "calendar.find_events";

    public ToolEffect Effect => ToolEffect.Repeatable;

    public async Task<ToolResult> ExecuteAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var (moments, failure) = await clock.ReadAsync(call, CalendarCalls.Primary, ["from", "to"], cancellationToken);
        if (failure is not null)
        {
            return failure;
        }

        if (moments[0] is not { } from || moments[1] is not { } to)
        {
            return new ToolResult.Failed("Say from when until when to look for events.");
        }

        to = to.IsDay ? to.PlusDays(1) : to;
        if (to.At.ToInstant() <= from.At.ToInstant())
        {
            return new ToolResult.Failed($"The end ({to.ToText()}) is not after the start ({from.ToText()}). Write an end that is later.");
        }

        return await ListAsync(call, from, to, cancellationToken);
    }

    private async Task<ToolResult> ListAsync(ToolCall call, CalendarMoment from, CalendarMoment to, CancellationToken cancellationToken)
    {
        var first = CalendarCalls.Events(CalendarCalls.Primary)
            .With("timeMin", from.ToText()).With("timeMax", to.ToText()).With("singleEvents", "true").With("orderBy", "startTime")
            .With("maxResults", $"{CalendarLimits.PageSize}");
        if (call.InputText("query").Trim() is { Length: > 0 } query)
        {
            first = first.With("q", query);
        }

        List<string> lines = [];
        var page = first;
        for (var pages = 0; pages < CalendarLimits.PagesMax; pages++)
        {
            var answer = await calendar.GetAsync(call.Account, page, cancellationToken);
            if (answer.Failure is not null)
            {
                return answer.Failure;
            }

            var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(answer.Body.Text("timeZone") ?? string.Empty) ?? from.At.Zone;
            lines.AddRange(answer.Body.Elements("items").Select(item => Line(item, zone)));
            if (answer.Body.Text("nextPageToken") is not { Length: > 0 } next)
            {
                return Found(lines);
            }

            page = first.With("pageToken", next);
        }

        return new ToolResult.Failed($"There are more than {CalendarLimits.PagesMax * CalendarLimits.PageSize} events between {from.ToText()} and {to.ToText()}: look at a shorter time.", ErrorCodes.Limit);
    }

    private static ToolResult.Completed Found(List<string> lines)
    {
        var named = new JsonArray([.. lines.Take(CalendarLimits.EventsNamedMax).Select(line => JsonValue.Create(line))]);
        if (lines.Count > CalendarLimits.EventsNamedMax)
        {
            named.Add($"and {lines.Count - CalendarLimits.EventsNamedMax} more");
        }

        return new(new JsonObject { ["count"] = lines.Count, ["events"] = named }.ToJsonString());
    }

    private static string Line(JsonElement found, DateTimeZone zone)
    {
        var title = ItemText.CleanLine(found.Text("summary"), CalendarLimits.LineLengthMax) is { Length: > 0 } summary ? summary : "(no title)";
        var place = ItemText.CleanLine(found.Text("location"), CalendarLimits.LineLengthMax) is { Length: > 0 } location ? $" ({location})" : string.Empty;
        return $"{When(found, zone)} {title}{place}".TrimStart();
    }

    /// <summary>A day by itself, whichever zone it begins in; a moment by the calendar's clocks.</summary>
    private static string When(JsonElement found, DateTimeZone zone) =>
        found.ObjectAt("start")?.Text("date") is { } day ? ItemText.CleanLine(day, ItemLimits.TextLengthMax)
        : CalendarTime.Of(found.ObjectAt("start")) is { } start ? Minute.Format(Instant.FromDateTimeOffset(start.At).InZone(zone).LocalDateTime)
        : string.Empty;
}
