using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Cortex.Nango;

/// <summary>Speaks Nango's HTTP API.</summary>
internal sealed partial class NangoClient(
    NangoTransport transport, IOptions<NangoOptions> options, TimeProvider time, NangoInstruments instruments, ILogger<NangoClient> logger) : INangoClient
{
    private const string ProxyPrefix = "/proxy";

    private readonly NangoOptions _options = options.Value;

    public async Task<RecordsPage> ListRecordsAsync(RecordsQuery query, CancellationToken cancellationToken)
    {
        var connection = Possible(query.ProviderConfigKey, query.ConnectionId);
        var limit = Math.Clamp(query.Limit, 1, _options.PageRecordsMax);
        while (true)
        {
            var request = new NangoRequest(HttpMethod.Get, RecordsPath.Of(query, limit, time.GetUtcNow()), connection);
            var answer = await AskAsync("list records", NangoHttp.Repeatable, request, cancellationToken);
            answer.ThrowIfFailed();
            if (!answer.Reply.IsCut)
            {
                return Page(query.Model, answer);
            }

            if (limit == 1)
            {
                throw new NangoException(
                    NangoFailure.Rejected, $"One record alone is larger than {_options.AnswerBytesMax} bytes, the most that is read of an answer.");
            }

            limit = Math.Max(1, limit / 8);
        }
    }

    public async Task<NangoConnection?> FindConnectionAsync(string providerConfigKey, string connectionId, CancellationToken cancellationToken)
    {
        if (!new NangoConnectionName(providerConfigKey, connectionId).IsPossible)
        {
            return null;
        }

        var request = new NangoRequest(HttpMethod.Get, ConnectionPath(providerConfigKey, connectionId));
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

        var request = new NangoRequest(HttpMethod.Delete, ConnectionPath(providerConfigKey, connectionId));
        var answer = await AskAsync("delete connection", NangoHttp.Repeatable, request, cancellationToken);
        if (answer.Code is not ("not_found" or "unknown_connection"))
        {
            answer.ThrowIfFailed();
        }
    }

    public async Task<ConnectSession> CreateConnectSessionAsync(
        UserId user, string? email, IReadOnlyList<string> providerConfigKeys, CancellationToken cancellationToken)
    {
        var request = new NangoRequest(HttpMethod.Post, "/connect/sessions", JsonBody: ConnectSessionBody.Of(user, email, providerConfigKeys));
        var answer = await AskAsync("create connect session", NangoHttp.Once, request, cancellationToken);
        return answer.Json().ObjectAt("data") is { } data && data.Text("token") is { Length: > 0 } token && data.Time("expires_at") is { } expires
            ? new(token, data.Text("connect_link"), expires)
            : throw answer.Unreadable();
    }

    public async Task<ProxyResponse> CallProviderAsync(ProxyRequest request, CancellationToken cancellationToken)
    {
        ThrowUnlessBelowProxy(request.Path);
        var connection = Possible(request.ProviderConfigKey, request.ConnectionId);
        var proxied = new NangoRequest(request.Method, ProxyPrefix + request.Path, connection, request.JsonBody);
        var answer = await AskAsync("call provider", NangoHttp.Once, proxied, cancellationToken);
        answer.ThrowIfFailed();
        return new(answer.Reply.Status, Encoding.UTF8.GetString(answer.Reply.Body.Span), answer.Reply.RetryAfter);
    }

    private async Task<NangoAnswer> AskAsync(string operation, string client, NangoRequest request, CancellationToken cancellationToken)
    {
        var isProxied = request.PathAndQuery.StartsWith(ProxyPrefix, StringComparison.Ordinal);
        NangoReply reply;
        try
        {
            reply = await transport.SendAsync(client, request, isProxied ? _options.ProviderAnswerBytesMax : _options.AnswerBytesMax, cancellationToken);
        }
        catch (NangoException unanswered)
        {
            instruments.OnUnanswered();
            LogUnanswered(operation, unanswered.Message, unanswered);
            throw;
        }

        var failure = isProxied ? NangoErrors.OfProxy(reply) : NangoErrors.OfApi(reply);
        instruments.OnAnswered(reply, failure);
        if (failure is not null)
        {
            LogRefused(operation, failure.Kind, failure.Message);
        }

        return new(reply, failure is null ? null : NangoErrors.Read(reply)?.Code, failure);
    }

    private RecordsPage Page(string model, NangoAnswer answer)
    {
        var (page, unreadable) = RecordsPageReader.Read(answer.Reply) ?? throw answer.Unreadable();
        if (unreadable > 0)
        {
            LogRecordsUnreadable(unreadable, model);
        }

        return page;
    }

    private static string ConnectionPath(string providerConfigKey, string connectionId) =>
        ProviderPath.Of("connections", connectionId).With("provider_config_key", providerConfigKey).ToString();

    private static NangoConnectionName Possible(string providerConfigKey, string connectionId)
    {
        var name = new NangoConnectionName(providerConfigKey, connectionId);
        return name.IsPossible ? name : throw new NangoException(NangoFailure.UnknownConnection, "Nango cannot have a connection of this name.");
    }

    /// <summary>A path that climbs out of the proxy would be a call to Nango's own API with our key.</summary>
    private static void ThrowUnlessBelowProxy(string path)
    {
        if (!path.StartsWith('/') || !new Uri(new Uri("http://nango"), ProxyPrefix + path).AbsolutePath.StartsWith(ProxyPrefix + "/", StringComparison.Ordinal))
        {
            throw new ArgumentException("A provider's path begins with a slash and stays below it.", nameof(path));
        }
    }
}
