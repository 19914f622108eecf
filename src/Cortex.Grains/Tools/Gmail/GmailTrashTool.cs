using System.Text.Json.Nodes;
using Cortex.Nango;

namespace Cortex.Tools.Gmail;

/// <summary>Moves an email to the trash, from which Gmail deletes it after 30 days.</summary>
internal sealed class GmailTrashTool(GmailCalls gmail) : GmailEmailTool(gmail, "move to the trash")
{
    public override string Name => "gmail.trash";

    protected override (ProviderPath Path, JsonObject Body) Change(ProviderPath email) => (email.Then("trash"), []);
}
