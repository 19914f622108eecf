using Cortex.Catalog;
using Cortex.Storage;
using Cortex.Storage.Errors;
using Cortex.Storage.Notifications;

namespace Cortex.Tools.Notify;

/// <summary>Tells the automation's user something. One step of one run tells it once, however often it is tried.</summary>
internal sealed class NotifyUserTool(NotificationStore notifications, TimeProvider time) : ITool
{
    public string Name => "notify.user";

    public ToolEffect Effect => ToolEffect.Repeatable;

    public async Task<ToolResult> ExecuteAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var text = TextCut.To(call.InputText("text").Replace("\0", "", StringComparison.Ordinal).Trim(), NotificationStore.TextLengthMax);
        if (text.Length == 0)
        {
            // An email without a subject is worth telling all the same.
            text = TextCut.To($"{call.Origin.UnitName} (set off by {Cause(call.Item)}; there is no text to show)", NotificationStore.TextLengthMax);
        }

        var origin = call.Origin;
        var row = new NotificationRow(
            NotificationId.New(call.StartedAt), origin.User, origin.Unit, origin.UnitName, origin.Run, origin.Step, text, time.GetUtcNow());
        try
        {
            await notifications.InsertAsync(row, cancellationToken);
        }
        catch (StorageException e)
        {
            const string Sentence = "The notification could not be stored.";
            return e.IsPassing ? new ToolResult.NotDone(Sentence, Code: ErrorCodes.Internal) : new ToolResult.Failed(Sentence, ErrorCodes.Internal);
        }

        return new ToolResult.Completed("{}");
    }

    private static string Cause(Item item) =>
        CortexCatalog.Known.FindTrigger(item.Provider, item.Happening)?.Item is { } kind
            ? $"{(kind.Label.Length > 0 && "aeiou".Contains(kind.Label[0], StringComparison.Ordinal) ? "an" : "a")} {kind.Label}{From(item)}"
            : "an item";

    private static string From(Item item) => item.Fields.Text("from") is { Length: > 0 } sender ? $" from {sender}" : string.Empty;
}
