using System.Text.Json.Nodes;

namespace Cortex.Tools.Gmail;

/// <summary>Puts a label on, and makes it if need be. Output: <c>label, labelId</c>.</summary>
internal sealed class GmailAddLabelTool(GmailCalls gmail, GmailLabels labels) : GmailLabelTool(gmail, "label", "addLabelIds")
{
    public override string Name => "gmail.add_label";

    protected override Task<(GmailLabel? Label, ToolResult? End)> LabelAsync(ToolCall call, string name, CancellationToken cancellationToken) =>
        labels.FindOrCreateAsync(call, name, cancellationToken);

    protected override JsonObject Output(GmailLabel label) => new() { ["label"] = label.Name, ["labelId"] = label.Id };
}
