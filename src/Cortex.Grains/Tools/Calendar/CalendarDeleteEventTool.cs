namespace Cortex.Tools.Calendar;

/// <summary>Deletes the event that set the automation off, and tells its guests. One that is already gone counts as deleted.</summary>
internal sealed class CalendarDeleteEventTool(CalendarCalls calendar, CalendarEvents events) : ITool
{
    private static readonly ToolResult Done = new ToolResult.Completed("{}");

    public string Name => "calendar.delete_event";

    public ToolEffect Effect => ToolEffect.Idempotent;

    public async Task<ToolResult> ExecuteAsync(ToolCall call, CancellationToken cancellationToken)
    {
        if (TriggeringEvent.IdOf(call.Item) is not { } id)
        {
            return new ToolResult.Failed("There is no event to delete: this automation was not set off by one.");
        }

        var answer = await DeleteAsync(call, CalendarCalls.Primary, id, cancellationToken);
        if (answer.Status == 404)
        {
            // The main calendar never had it; another may.
            var found = await events.FindElsewhereAsync(call.Account, id, cancellationToken);
            if (found.Calendar is null || found.IsCancelled)
            {
                return found.Failure ?? Done;
            }

            answer = await DeleteAsync(call, found.Calendar.Id, id, cancellationToken);
        }

        return answer.Status is 404 or 410 ? Done : answer.Failure ?? Done;
    }

    private Task<ProviderAnswer> DeleteAsync(ToolCall call, string calendarId, string id, CancellationToken cancellationToken) =>
        calendar.SendAsync(call, HttpMethod.Delete, CalendarCalls.Events(calendarId).Then(id).With("sendUpdates", "all"), null, cancellationToken);
}
