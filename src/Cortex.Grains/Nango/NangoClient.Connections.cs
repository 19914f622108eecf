using System.Globalization;
using System.Text.Json;

namespace Cortex.Nango;

internal sealed partial class NangoClient
{
    /// <summary>Connections that are asked for at a time; Nango takes up to 2,000.</summary>
    private const int ConnectionsPageSize = 100;

    /// <summary>Pages that are read of one user's connections: a thousand is more than anyone connects.</summary>
    private const int ConnectionPagesMax = 10;

    public async Task<NangoConnections> ListConnectionsAsync(UserId user, CancellationToken cancellationToken)
    {
        List<NangoConnection> connections = [];
        for (var page = 0; page < ConnectionPagesMax; page++)
        {
            var request = new NangoRequest(HttpMethod.Get, ConnectionsPath(user, page), CallPriority.User);
            var answer = await AskAsync("list connections", NangoHttp.Repeatable, request, cancellationToken);
            var body = answer.Json();
            if (body.Field("connections") is not { ValueKind: JsonValueKind.Array } listed)
            {
                throw answer.Unreadable();
            }

            connections.AddRange(listed.EnumerateArray().Select(ConnectionReader.Read).OfType<NangoConnection>());
            if (listed.GetArrayLength() < ConnectionsPageSize)
            {
                return new(connections, IsComplete: true);
            }
        }

        LogConnectionsCut(ConnectionsPageSize * ConnectionPagesMax);
        return new(connections, IsComplete: false);
    }

    public async Task<NangoConnection?> FindConnectionAsync(string providerConfigKey, string connectionId, CallPriority priority, CancellationToken cancellationToken)
    {
        if (!new NangoConnectionName(providerConfigKey, connectionId).IsPossible)
        {
            return null;
        }

        var request = new NangoRequest(HttpMethod.Get, ConnectionPath(providerConfigKey, connectionId), priority);
        var answer = await AskAsync("find connection", NangoHttp.Repeatable, request, cancellationToken);
        return answer switch
        {
            { Code: "not_found" or "unknown_connection" or "unknown_provider_config" } => null,
            { Failure.Kind: NangoFailure.NeedsReauth } when ConnectionReader.ReadBroken(answer.Reply) is { } broken => broken,
            _ => ConnectionReader.Read(answer.Json()) ?? throw answer.Unreadable(),
        };
    }

    public async Task DeleteConnectionAsync(string providerConfigKey, string connectionId, CancellationToken cancellationToken)
    {
        if (!new NangoConnectionName(providerConfigKey, connectionId).IsPossible)
        {
            return;
        }

        var request = new NangoRequest(HttpMethod.Delete, ConnectionPath(providerConfigKey, connectionId), CallPriority.User);
        var answer = await AskAsync("delete connection", NangoHttp.Repeatable, request, cancellationToken);
        if (answer.Code is not ("not_found" or "unknown_connection"))
        {
            answer.ThrowIfFailed();
        }
    }

    public Task<ConnectSession> CreateConnectSessionAsync(
        UserId user, string? email, IReadOnlyList<string> providerConfigKeys, CancellationToken cancellationToken) =>
        OpenSessionAsync("create connect session", "/connect/sessions", ConnectSessionBody.Of(user, email, providerConfigKeys), cancellationToken);

    public async Task<ConnectSession> CreateReconnectSessionAsync(
        UserId user, string? email, string providerConfigKey, string connectionId, CancellationToken cancellationToken)
    {
        var body = ConnectSessionBody.OfReconnect(user, email, Possible(providerConfigKey, connectionId));
        return await OpenSessionAsync("create reconnect session", ReconnectPath, body, cancellationToken);
    }

    private async Task<ConnectSession> OpenSessionAsync(string operation, string path, string body, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(operation, NangoHttp.Once, new NangoRequest(HttpMethod.Post, path, CallPriority.User, JsonBody: body), cancellationToken);
        return answer.Json().ObjectAt("data") is { } data && data.Text("token") is { Length: > 0 } token && data.Time("expires_at") is { } expires
            ? new(token, data.Text("connect_link"), expires)
            : throw answer.Unreadable();
    }

    private static string ConnectionPath(string providerConfigKey, string connectionId) =>
        ProviderPath.Of("connections", connectionId).With("provider_config_key", providerConfigKey).ToString();

    private static string ConnectionsPath(UserId user, int page) => ProviderPath.Of("connections")
        .With($"tags[{ConnectSessionBody.OwnerTag}]", user.Value)
        .With("limit", ConnectionsPageSize.ToString(CultureInfo.InvariantCulture))
        .With("page", page.ToString(CultureInfo.InvariantCulture))
        .ToString();
}
