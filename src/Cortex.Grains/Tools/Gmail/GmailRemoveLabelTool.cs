using System.Text.Json.Nodes;

namespace Cortex.Tools.Gmail;

/// <summary>Takes a label off the email that set the automation off. A label that the mailbox does not have is on no email. Input: <c>label</c>; output: <c>label</c>.</summary>
internal sealed class GmailRemoveLabelTool(GmailCalls gmail, GmailLabels labels) : ITool
{
    public string Name => "gmail.remove_label";

    public ToolEffect Effect => ToolEffect.Idempotent;

    public async Task<ToolResult> ExecuteAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var email = TriggeringEmail.Of(call.Item);
        if (email is null)
        {
            return TriggeringEmail.Missing("take a label off");
        }

        var name = call.InputText("label").Trim();
        if (GmailLabels.Fault(call, name) is { } fault)
        {
            return new ToolResult.Failed(fault);
        }

        var (label, failure) = await labels.FindAsync(call, name, cancellationToken);
        if (failure is not null || label is null)
        {
            return failure ?? Done(name);
        }

        var change = new JsonObject { ["removeLabelIds"] = new JsonArray(label.Id) };
        var answer = await gmail.PostAsync(call, GmailCalls.Messages.Then(email.Id, "modify"), change, cancellationToken);
        return answer.Failure ?? Done(label.Name);
    }

    public Task<ToolResult?> FindAsync(ToolCall call, CancellationToken cancellationToken) => Task.FromResult<ToolResult?>(null);

    private static ToolResult.Completed Done(string label) => new(new JsonObject { ["label"] = label }.ToJsonString());
}
