using System.Text.Json.Nodes;
using Cortex.Items;
using Cortex.Nango;

namespace Cortex.Tools.Gmail;

/// <summary>Takes an email out of the inbox.</summary>
internal sealed class GmailArchiveTool(GmailCalls gmail) : GmailEmailTool(gmail, "archive")
{
    public override string Name => "gmail.archive";

    protected override (ProviderPath Path, JsonObject Body) Change(ProviderPath email) => Relabel(email, remove: GmailLabelIds.Inbox);
}
