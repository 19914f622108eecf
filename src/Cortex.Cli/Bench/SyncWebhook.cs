using System.Text;
using System.Text.Json.Nodes;

namespace Cortex.Cli.Bench;

/// <summary>The body of a webhook that says that emails were synced, as Nango writes it.</summary>
internal static class SyncWebhook
{
    /// <param name="connectionId">Nango's name of the mailbox.</param>
    /// <param name="modifiedAfter">When the sync began.</param>
    /// <param name="added">Emails that it brought.</param>
    public static byte[] Of(string connectionId, string modifiedAfter, int added) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["from"] = "nango",
        ["type"] = "sync",
        ["connectionId"] = connectionId,
        ["providerConfigKey"] = BenchUser.ProviderConfigKey,
        ["syncName"] = "emails",
        ["syncVariant"] = "base",
        ["model"] = BenchUser.Model,
        ["syncType"] = "INCREMENTAL",
        ["success"] = true,
        ["responseResults"] = new JsonObject { ["added"] = added, ["updated"] = 0, ["deleted"] = 0 },
        ["modifiedAfter"] = modifiedAfter,
        ["queryTimeStamp"] = modifiedAfter,
    }.ToJsonString());
}
