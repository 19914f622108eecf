using System.Text.Json.Nodes;
using Cortex.Items;
using Cortex.Nango;

namespace Cortex.Tools.Gmail;

/// <summary>Puts a star on an email.</summary>
internal sealed class GmailStarTool(GmailCalls gmail) : GmailEmailTool(gmail, "star")
{
    public override string Name => "gmail.star";

    protected override (ProviderPath Path, JsonObject Body) Change(ProviderPath email) => Relabel(email, add: GmailLabelIds.Starred);
}
