namespace Cortex.Sandbox.Connections;

/// <summary>Takes a connection away with everything that hangs on it.</summary>
internal sealed class ConnectionRemoval(ConnectionStore connections, IEnumerable<IConnectionState> states)
{
    /// <summary>The connection as it was; null when there is none.</summary>
    public Connection? Remove(string connectionId, string providerConfigKey)
    {
        var connection = connections.Find(connectionId, providerConfigKey);
        if (connection is null || !connections.Delete(connectionId, providerConfigKey))
        {
            return null;
        }

        foreach (var state in states)
        {
            state.Forget(connectionId);
        }

        return connection;
    }
}
