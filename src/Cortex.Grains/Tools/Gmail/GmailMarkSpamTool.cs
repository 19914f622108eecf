using System.Text.Json.Nodes;
using Cortex.Items;
using Cortex.Nango;

namespace Cortex.Tools.Gmail;

/// <summary>Moves an email out of the inbox into spam, as Gmail's button does.</summary>
internal sealed class GmailMarkSpamTool(GmailCalls gmail) : GmailEmailTool(gmail, "mark as spam")
{
    public override string Name => "gmail.mark_spam";

    protected override (ProviderPath Path, JsonObject Body) Change(ProviderPath email) => Relabel(email, add: GmailLabelIds.Spam, remove: GmailLabelIds.Inbox);
}
