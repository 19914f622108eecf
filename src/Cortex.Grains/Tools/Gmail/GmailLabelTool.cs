using System.Text.Json.Nodes;

namespace Cortex.Tools.Gmail;

/// <summary>Puts a label on the email that set the automation off, or takes one off. Input: <c>label</c>.</summary>
/// <param name="gmail">Gmail.</param>
/// <param name="verb">What it does to an email, as sentences say it.</param>
/// <param name="change">The member of Gmail's request that lists the label.</param>
internal abstract class GmailLabelTool(GmailCalls gmail, string verb, string change) : ITool
{
    public abstract string Name { get; }

    public ToolEffect Effect => ToolEffect.Idempotent;

    public async Task<ToolResult> ExecuteAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var email = TriggeringEmail.Of(call.Item);
        if (email is null)
        {
            return TriggeringEmail.Missing(verb);
        }

        var name = call.InputText("label").Trim();
        if (GmailLabels.Fault(call, name) is { } fault)
        {
            return new ToolResult.Failed(fault);
        }

        var (label, end) = await LabelAsync(call, name, cancellationToken);
        if (label is null)
        {
            return end ?? gmail.Unconfirmed;
        }

        var body = new JsonObject { [change] = new JsonArray(label.Id) };
        var answer = await gmail.PostAsync(call, GmailCalls.Messages.Then(email.Id, "modify"), body, cancellationToken);
        return answer.Failure ?? new ToolResult.Completed(Output(label).ToJsonString());
    }

    /// <summary>The label of this name, or how the step ends without one.</summary>
    protected abstract Task<(GmailLabel? Label, ToolResult? End)> LabelAsync(ToolCall call, string name, CancellationToken cancellationToken);

    protected abstract JsonObject Output(GmailLabel label);
}
