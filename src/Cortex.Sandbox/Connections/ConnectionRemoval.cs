using Cortex.Sandbox.Providers.Gmail;
using Cortex.Sandbox.Records;

namespace Cortex.Sandbox.Connections;

/// <summary>Takes a connection away with everything that hangs on it.</summary>
internal sealed class ConnectionRemoval(ConnectionStore connections, RecordStore records, SyncSchedules schedules, Mailboxes mailboxes)
{
    /// <summary>The connection as it was; null when there is none.</summary>
    public Connection? Remove(string connectionId, string providerConfigKey)
    {
        var connection = connections.Find(connectionId, providerConfigKey);
        if (connection is null || !connections.Delete(connectionId, providerConfigKey))
        {
            return null;
        }

        records.Forget(connectionId);
        schedules.Forget(connectionId);
        mailboxes.Forget(connectionId);
        return connection;
    }
}
