namespace Cortex.Nango;

internal sealed partial class NangoClient
{
    public async Task TriggerSyncAsync(string providerConfigKey, string connectionId, IReadOnlyList<string> syncs, CancellationToken cancellationToken)
    {
        var connection = Possible(providerConfigKey, connectionId);
        var request = new NangoRequest(HttpMethod.Post, "/sync/trigger", CallPriority.Sync, JsonBody: SyncTriggerBody.Of(connection, syncs));
        (await AskAsync("trigger sync", NangoHttp.Once, request, cancellationToken)).ThrowIfFailed();
    }

    public async Task<IReadOnlyList<NangoSync>> ListSyncsAsync(
        string providerConfigKey, string connectionId, CallPriority priority, CancellationToken cancellationToken)
    {
        var connection = Possible(providerConfigKey, connectionId);
        var path = ProviderPath.Of("sync", "status")
            .With("provider_config_key", connection.ProviderConfigKey)
            .With("connection_id", connection.ConnectionId)
            .With("syncs", "*");
        var answer = await AskAsync("list syncs", NangoHttp.Repeatable, new NangoRequest(HttpMethod.Get, path.ToString(), priority), cancellationToken);
        return SyncsReader.Read(answer.Json()) ?? throw answer.Unreadable();
    }
}
