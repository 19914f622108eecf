using System.Text.Json.Nodes;

namespace Cortex.Tools.Gmail;

/// <summary>Puts a label on the email that set the automation off, and makes the label if need be. Input: <c>label</c>; output: <c>label, labelId</c>.</summary>
internal sealed class GmailAddLabelTool(GmailCalls gmail, GmailLabels labels) : ITool
{
    public string Name => "gmail.add_label";

    public ToolEffect Effect => ToolEffect.Idempotent;

    public async Task<ToolResult> ExecuteAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var email = TriggeringEmail.Of(call.Item);
        if (email is null)
        {
            return TriggeringEmail.Missing("label");
        }

        var name = call.InputText("label").Trim();
        if (GmailLabels.Fault(call, name) is { } fault)
        {
            return new ToolResult.Failed(fault);
        }

        var (label, failure) = await labels.FindOrCreateAsync(call, name, cancellationToken);
        if (label is null)
        {
            return failure ?? gmail.Unreadable;
        }

        var change = new JsonObject { ["addLabelIds"] = new JsonArray(label.Id) };
        var answer = await gmail.PostAsync(call, GmailCalls.Messages.Then(email.Id, "modify"), change, cancellationToken);
        return answer.Failure ?? new ToolResult.Completed(new JsonObject { ["label"] = label.Name, ["labelId"] = label.Id }.ToJsonString());
    }

    public Task<ToolResult?> FindAsync(ToolCall call, CancellationToken cancellationToken) => Task.FromResult<ToolResult?>(null);
}
