using System.Text.Json;
using Cortex.Nango;

namespace Cortex.Core.Tests.Support;

/// <summary>Nango in memory: records by model, and a provider that answers from a function; it notes what it was asked.</summary>
internal sealed class ScriptedNango : INangoClient
{
    /// <summary>The records of each model, as JSON objects.</summary>
    public Dictionary<string, string[]> Records { get; } = [];

    /// <summary>Models whose records are not to be had.</summary>
    public HashSet<string> Broken { get; } = [];

    /// <summary>What the provider does; by default it is never to be asked.</summary>
    public Func<ProxyRequest, CancellationToken, Task<ProxyResponse>> Provider { get; set; } = (request, _) => throw new InvalidOperationException(request.Path);

    /// <summary>What it knows of any connection.</summary>
    public NangoConnection? Connection { get; set; }

    /// <summary>What was asked, in order: models, connections, and paths of the provider.</summary>
    public List<string> Asked { get; } = [];

    public Task<RecordsPage> ListRecordsAsync(RecordsQuery query, CancellationToken cancellationToken)
    {
        Asked.Add(query.Model);
        return Broken.Contains(query.Model)
            ? throw new NangoException(NangoFailure.Rejected, "no such model")
            : Task.FromResult(new RecordsPage([.. Records.GetValueOrDefault(query.Model, []).Select(Record)], null));
    }

    public Task<ProxyResponse> CallProviderAsync(ProxyRequest request, CancellationToken cancellationToken)
    {
        Asked.Add(request.Path);
        return Provider(request, cancellationToken);
    }

    public Task<NangoConnection?> FindConnectionAsync(string providerConfigKey, string connectionId, CallPriority priority, CancellationToken cancellationToken)
    {
        Asked.Add("connection");
        return Task.FromResult(Connection);
    }

    public Task DeleteConnectionAsync(string providerConfigKey, string connectionId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ConnectSession> CreateConnectSessionAsync(UserId user, string? email, IReadOnlyList<string> providerConfigKeys, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<NangoConnections> ListConnectionsAsync(UserId user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ConnectSession> CreateReconnectSessionAsync(
        UserId user, string? email, string providerConfigKey, string connectionId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task TriggerSyncAsync(string providerConfigKey, string connectionId, IReadOnlyList<string> syncs, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<NangoSync>> ListSyncsAsync(string providerConfigKey, string connectionId, CallPriority priority, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    private static NangoRecord Record(string body)
    {
        var record = JsonElement.Parse(body);
        var action = record.Flag("deleted") == true ? RecordAction.Deleted : RecordAction.Added;
        return new(record.Text("id")!, record, action, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, "c");
    }
}
