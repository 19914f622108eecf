using System.Text.Json.Nodes;

namespace Cortex.Tools.Gmail;

/// <summary>Takes a label off. A label that the mailbox does not have is on no email. Output: <c>label</c>.</summary>
internal sealed class GmailRemoveLabelTool(GmailCalls gmail, GmailLabels labels) : GmailLabelTool(gmail, "take a label off", "removeLabelIds")
{
    public override string Name => "gmail.remove_label";

    protected override async Task<(GmailLabel? Label, ToolResult? End)> LabelAsync(ToolCall call, string name, CancellationToken cancellationToken)
    {
        var (label, failure) = await labels.FindAsync(call, name, cancellationToken);
        return failure is not null ? (null, failure)
            : label is null ? (null, new ToolResult.Completed(Output(new(string.Empty, name)).ToJsonString()))
            : (label, null);
    }

    protected override JsonObject Output(GmailLabel label) => new() { ["label"] = label.Name };
}
