using Cortex.Items;
using Cortex.Nango;
using Cortex.Storage.Connections;

namespace Cortex.Connections;

/// <summary>Has Nango run the syncs of an account now, because the account's provider says that something has changed. Without it the change would come with the next scheduled run.</summary>
internal sealed class AskedSync(INangoClient nango)
{
    /// <summary>Asks for the syncs whose records Cortex reads.</summary>
    /// <returns>What came of it, in a sentence.</returns>
    public async Task<string> RunAsync(ConnectionRow connection, CancellationToken cancellationToken)
    {
        try
        {
            var syncs = await nango.ListSyncsAsync(connection.ProviderConfigKey, connection.ConnectionId, CallPriority.Sync, cancellationToken);
            var names = syncs.Where(s => s.Models.Any(model => RecordNormaliser.Knows(connection.Provider, model))).Select(NameOf).ToList();
            if (names.Count == 0)
            {
                return "The account says that something has changed; none of its syncs at Nango has brought anything that Cortex reads yet.";
            }

            await nango.TriggerSyncAsync(connection.ProviderConfigKey, connection.ConnectionId, names, cancellationToken);
            return "The account says that something has changed; Cortex asked Nango to sync it.";
        }
        catch (NangoException e)
        {
            return $"The account says that something has changed; it comes with Nango's next sync, as Nango could not be asked for one now ({e.Message}).";
        }
    }

    private static string NameOf(NangoSync sync) => sync.Variant is null ? sync.Name : $"{sync.Name}::{sync.Variant}";
}
