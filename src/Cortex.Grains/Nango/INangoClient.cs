namespace Cortex.Nango;

/// <summary>Nango's API, as far as Cortex uses it. Anything but success is a <see cref="NangoException"/>, unless a method says otherwise.</summary>
public interface INangoClient
{
    /// <summary>One page of the records of a model, oldest change first (GET /records).</summary>
    Task<RecordsPage> ListRecordsAsync(RecordsQuery query, CancellationToken cancellationToken);

    /// <summary>What Nango knows of a connection, or null if it knows none (GET /connections/{id}).</summary>
    Task<NangoConnection?> FindConnectionAsync(string providerConfigKey, string connectionId, CallPriority priority, CancellationToken cancellationToken);

    /// <summary>The connections that carry a user's id as the tag <c>end_user_id</c> (GET /connections).</summary>
    Task<NangoConnections> ListConnectionsAsync(UserId user, CancellationToken cancellationToken);

    /// <summary>Deletes a connection; one that is already gone counts as deleted.</summary>
    Task DeleteConnectionAsync(string providerConfigKey, string connectionId, CancellationToken cancellationToken);

    /// <summary>Opens a session for Nango's Connect UI; the connection that it makes carries the user's id as the tag <c>end_user_id</c>.</summary>
    Task<ConnectSession> CreateConnectSessionAsync(UserId user, string? email, IReadOnlyList<string> providerConfigKeys, CancellationToken cancellationToken);

    /// <summary>
    /// Opens a session in which a user authorises an existing connection again; it keeps its id and carries the user's tags as a new one would.
    /// <see cref="NangoFailure.UnknownConnection"/> if Nango does not know it.
    /// </summary>
    Task<ConnectSession> CreateReconnectSessionAsync(
        UserId user, string? email, string providerConfigKey, string connectionId, CancellationToken cancellationToken);

    /// <summary>Has syncs of a connection run now, all of them if none is named. It returns when they are scheduled, not when they are done.</summary>
    Task TriggerSyncAsync(string providerConfigKey, string connectionId, IReadOnlyList<string> syncs, CancellationToken cancellationToken);

    /// <summary>The syncs of a connection and how they stand (GET /sync/status).</summary>
    Task<IReadOnlyList<NangoSync>> ListSyncsAsync(string providerConfigKey, string connectionId, CallPriority priority, CancellationToken cancellationToken);

    /// <summary>Calls the provider through the proxy. Every answer of the provider's is returned, errors too; only Nango's own errors throw.</summary>
    Task<ProxyResponse> CallProviderAsync(ProxyRequest request, CancellationToken cancellationToken);
}
