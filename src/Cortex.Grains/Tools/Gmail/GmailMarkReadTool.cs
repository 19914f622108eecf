using System.Text.Json.Nodes;
using Cortex.Items;
using Cortex.Nango;

namespace Cortex.Tools.Gmail;

/// <summary>Marks an email as read.</summary>
internal sealed class GmailMarkReadTool(GmailCalls gmail) : GmailEmailTool(gmail, "mark as read")
{
    public override string Name => "gmail.mark_read";

    protected override (ProviderPath Path, JsonObject Body) Change(ProviderPath email) => Relabel(email, remove: GmailLabelIds.Unread);
}
