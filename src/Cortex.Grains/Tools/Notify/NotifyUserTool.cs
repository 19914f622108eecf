using Cortex.Storage.Notifications;
using Npgsql;

namespace Cortex.Tools.Notify;

/// <summary>Tells the automation's user something. One step of one run tells it once, however often it is tried.</summary>
internal sealed class NotifyUserTool(NotificationStore notifications, TimeProvider time) : ITool
{
    public string Name => "notify.user";

    public ToolEffect Effect => ToolEffect.Idempotent;

    public async Task<ToolResult> ExecuteAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var text = TextCut.To(call.InputText("text").Replace("\0", "", StringComparison.Ordinal).Trim(), NotificationStore.TextLengthMax);
        if (text.Length == 0)
        {
            return new ToolResult.Failed("There is nothing to notify you of: the text is empty.");
        }

        var origin = call.Origin;
        var row = new NotificationRow(
            NotificationId.New(call.StartedAt), origin.User, origin.Unit, origin.UnitName, origin.Run, origin.Step, text, time.GetUtcNow());
        try
        {
            await notifications.InsertAsync(row, cancellationToken);
        }
        catch (NpgsqlException e) when (e.IsTransient)
        {
            return new ToolResult.Retry("The notification could not be stored.");
        }

        return new ToolResult.Completed("{}");
    }

    public Task<ToolResult?> FindAsync(ToolCall call, CancellationToken cancellationToken) => Task.FromResult<ToolResult?>(null);
}
