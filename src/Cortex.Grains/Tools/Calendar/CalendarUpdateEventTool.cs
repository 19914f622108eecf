using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Storage.Errors;

namespace Cortex.Tools.Calendar;

/// <summary>
/// Changes the event that set the automation off, and tells its guests. Input: <c>summary, start, end, description, location, attendees</c>, the last in addition to those already invited; output: <c>eventId</c>.
/// </summary>
/// <remarks>Google mails the guests of an event whenever it is changed, though it be to what it is. So the event is read first, and what it has already is not sent: a change that an earlier try made is not made again.</remarks>
internal sealed class CalendarUpdateEventTool(CalendarCalls calendar, CalendarEvents events, CalendarClock clock, CalendarGuests guests) : ITool
{
    private static readonly string[] Inputs = ["summary", "start", "end", "description", "location", "attendees"];

    public string Name => "calendar.update_event";

    public ToolEffect Effect => ToolEffect.Idempotent;

    public async Task<ToolResult> ExecuteAsync(ToolCall call, CancellationToken cancellationToken)
    {
        if (TriggeringEvent.IdOf(call.Item) is not { } id)
        {
            return new ToolResult.Failed("There is no event to change: this automation was not set off by one.");
        }

        if (Inputs.All(input => string.IsNullOrWhiteSpace(call.InputText(input))))
        {
            return new ToolResult.Failed("There is nothing to change the event to: say its new title, time, place, description or guests.");
        }

        var found = await events.FindAsync(call.Account, id, cancellationToken);
        if (found.Calendar is not { } home || found.IsCancelled)
        {
            return found.Failure ?? new ToolResult.Failed("The event is no longer there: it was cancelled, so nothing about it can be changed.", ErrorCodes.NotFound);
        }

        var (change, failure) = await ChangeAsync(call, home, found.Event, cancellationToken);
        if (failure is null && change.Count > 0)
        {
            var path = CalendarCalls.Events(home.Id).Then(id).With("sendUpdates", "all");
            failure = (await calendar.SendAsync(call, HttpMethod.Patch, path, change, cancellationToken)).Failure;
        }

        return failure ?? new ToolResult.Completed(new JsonObject { ["eventId"] = id }.ToJsonString());
    }

    private async Task<(JsonObject Change, ToolResult? Failure)> ChangeAsync(
        ToolCall call, CalendarEntry home, JsonElement current, CancellationToken cancellationToken)
    {
        var change = new JsonObject();
        CalendarTexts.AddTo(change, call, current);
        var (moments, wrongTime) = await clock.ReadAsync(call, home.Id, ["start", "end"], cancellationToken);
        if (wrongTime is not null)
        {
            return (change, wrongTime);
        }

        if (moments[0] is not null || moments[1] is not null)
        {
            var (span, fault) = CalendarSpan.OfMoved(current, moments[0], moments[1]);
            if (span is null)
            {
                return (change, new ToolResult.Failed(fault!));
            }

            AddTo(change, current, moments[0] is null ? null : span.Start, span.End);
        }

        var (invited, wrongGuest) = await guests.ReadAsync(call, home.Id, cancellationToken);
        if (wrongGuest is null && Guests(current, invited) is { } list)
        {
            change["attendees"] = list;
        }

        return (change, wrongGuest);
    }

    /// <summary>Puts an event's time into what Google is sent, unless it is then already.</summary>
    private static void AddTo(JsonObject change, JsonElement current, CalendarMoment? start, CalendarMoment end)
    {
        if (start?.Is(current.ObjectAt("start")) != false && end.Is(current.ObjectAt("end")))
        {
            return;
        }

        if (start is { } moved)
        {
            change["start"] = moved.ToPatch();
        }

        change["end"] = end.ToPatch();
    }

    /// <summary>All guests, with what Google knows of those that were invited before; null if nobody is new.</summary>
    private static JsonArray? Guests(JsonElement current, IReadOnlyList<string> invited)
    {
        string[] added = [.. invited.Except(current.Elements("attendees").Select(guest => guest.Text("email")?.ToLowerInvariant()).OfType<string>(), StringComparer.Ordinal)];
        return added.Length == 0 ? null : new([.. current.Elements("attendees").Select(guest => JsonNode.Parse(guest.GetRawText())), .. CalendarGuests.ToJson(added).Select(guest => guest!.DeepClone())]);
    }
}
