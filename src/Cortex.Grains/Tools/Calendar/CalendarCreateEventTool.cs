using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Programs;

namespace Cortex.Tools.Calendar;

/// <summary>
/// Makes an event, and invites its guests. Input: <c>summary, start, end, duration, description, location, attendees, calendar</c>; output: <c>eventId, link</c>.
/// </summary>
/// <remarks>
/// The event's id is the effect key, whose letters are among those that Google allows (a to v, and digits), so no second try makes a second event:
/// Google answers 409, whether the first one is still there or was deleted since.
/// </remarks>
internal sealed class CalendarCreateEventTool(CalendarCalls calendar, Calendars calendars, CalendarClock clock, CalendarGuests guests) : ITool
{
    private const string Ends = "end";

    public string Name => "calendar.create_event";

    public ToolEffect Effect => ToolEffect.Idempotent;

    public async Task<ToolResult> ExecuteAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var (calendarId, unknown) = await calendars.FindAsync(call.Account, call.InputText("calendar").Trim(), cancellationToken);
        if (calendarId is null)
        {
            return unknown!;
        }

        var (span, wrongTime) = await SpanAsync(call, calendarId, cancellationToken);
        if (span is null)
        {
            return wrongTime!;
        }

        var (invited, wrongGuest) = await guests.ReadAsync(call, calendarId, cancellationToken);
        if (wrongGuest is not null)
        {
            return wrongGuest;
        }

        var events = CalendarCalls.Events(calendarId);
        var answer = await calendar.SendAsync(call, HttpMethod.Post, events.With("sendUpdates", "all"), Body(call, span, invited), cancellationToken);
        if (answer.Status == 409)
        {
            answer = await calendar.GetAsync(call.Account, events.Then(call.EffectKey), cancellationToken);
        }

        // A success without an id was made all the same: tried again, it is found.
        return answer.Failure ?? (ToolResult?)Made(answer.Body) ?? calendar.Unconfirmed;
    }

    private async Task<(CalendarSpan? Span, ToolResult? Failure)> SpanAsync(ToolCall call, string calendarId, CancellationToken cancellationToken)
    {
        var lasting = call.InputText("duration").Trim();
        var duration = DurationText.TryParse(lasting);
        if (lasting.Length > 0 && duration is null or { Ticks: <= 0 })
        {
            return Failed($"'{CalendarLimits.Shown(lasting)}' is not a length of time. Write a number and a unit, like 30m, 2h or 3d.");
        }

        var (moments, failure) = await clock.ReadAsync(call, calendarId, ["start", Ends], cancellationToken);
        if (failure is not null)
        {
            return (null, failure);
        }

        if (moments[0] is not { } start)
        {
            return Failed("The event has no start: say when it begins.");
        }

        var (span, fault) = CalendarSpan.Of(start, moments[1], duration);
        return fault is null ? (span, null) : Failed(fault);
    }

    private static JsonObject Body(ToolCall call, CalendarSpan span, IReadOnlyList<string> invited)
    {
        var body = new JsonObject { ["id"] = call.EffectKey, ["start"] = span.Start.ToJson(), ["end"] = span.End.ToJson() };
        CalendarTexts.AddTo(body, call);
        if (invited.Count > 0)
        {
            body["attendees"] = CalendarGuests.ToJson(invited);
        }

        return body;
    }

    private static ToolResult.Completed? Made(JsonElement made) => made.Text("id") is { Length: > 0 } id
        ? new(new JsonObject { ["eventId"] = id, ["link"] = made.Text("htmlLink") ?? string.Empty }.ToJsonString())
        : null;

    private static (CalendarSpan? Span, ToolResult? Failure) Failed(string sentence) => (null, new ToolResult.Failed(sentence));
}
