using System.Text;
using Cortex.Nango.Budget;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Cortex.Nango;

/// <summary>Speaks Nango's HTTP API.</summary>
internal sealed partial class NangoClient(
    NangoTransport transport, INangoBudget budget, IOptions<NangoOptions> options, TimeProvider time, NangoInstruments instruments, ILogger<NangoClient> logger)
    : INangoClient
{

    private const string ReconnectPath = "/connect/sessions/reconnect";

    private readonly NangoOptions _options = options.Value;

    public async Task<RecordsPage> ListRecordsAsync(RecordsQuery query, CancellationToken cancellationToken)
    {
        var connection = Possible(query.ProviderConfigKey, query.ConnectionId);
        var limit = Math.Clamp(query.Limit, 1, _options.PageRecordsMax);
        while (true)
        {
            var request = new NangoRequest(HttpMethod.Get, RecordsPath.Of(query, limit, time.GetUtcNow()), query.Priority, connection);
            var answer = await AskAsync("list records", NangoHttp.Repeatable, request, cancellationToken, limit == 1 ? _options.RecordBytesMax : _options.AnswerBytesMax);
            answer.ThrowIfFailed();
            if (!answer.Reply.IsCut)
            {
                return Page(query.Model, answer);
            }

            if (limit == 1)
            {
                throw new NangoException(
                    NangoFailure.Rejected, $"One record alone is larger than {_options.RecordBytesMax} bytes, the most that is read of one.");
            }

            limit = Math.Max(1, limit / 8);
        }
    }

    public async Task<ProxyResponse> CallProviderAsync(ProxyRequest request, CancellationToken cancellationToken)
    {
        ThrowUnlessBelowProxy(request.Path);
        var connection = Possible(request.ProviderConfigKey, request.ConnectionId);
        var proxied = new NangoRequest(request.Method, NangoRequest.ProxyPrefix + request.Path, request.Priority, connection, request.JsonBody, request.Gate);
        var answer = await AskAsync("call provider", NangoHttp.Once, proxied, cancellationToken);
        answer.ThrowIfFailed();
        return new(answer.Reply.Status, Encoding.UTF8.GetString(answer.Reply.Body.Span), answer.Reply.RetryAfter);
    }

    private async Task<NangoAnswer> AskAsync(string operation, string client, NangoRequest request, CancellationToken cancellationToken, int? bytesMax = null)
    {
        NangoReply reply;
        try
        {
            reply = await transport.SendAsync(client, request, bytesMax ?? (request.IsProxied ? _options.ProviderAnswerBytesMax : _options.AnswerBytesMax), cancellationToken);
        }
        catch (NangoException held) when (held.IsHeldBack)
        {
            instruments.OnHeldBack();
            LogHeldBack(operation, request.Priority);
            throw;
        }
        catch (NangoException unanswered)
        {
            instruments.OnUnanswered();
            LogUnanswered(operation, unanswered.Message, unanswered);
            throw;
        }

        var failure = request.PathAndQuery switch
        {
            _ when request.IsProxied => NangoErrors.OfProxy(reply),
            ReconnectPath => NangoErrors.OfReconnect(reply),
            _ => NangoErrors.OfApi(reply),
        };
        instruments.OnAnswered(reply, failure);

        // A 429 that is a failure is Nango's own; a provider's concerns that provider alone. The answer is there: a caller who gives up now must not lose it.
        var pause = reply.Status == 429 ? failure?.RetryAfter ?? TimeSpan.Zero : TimeSpan.Zero;
        await budget.LearnAsync(reply.Rate, pause, CancellationToken.None);
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

    private static NangoConnectionName Possible(string providerConfigKey, string connectionId)
    {
        var name = new NangoConnectionName(providerConfigKey, connectionId);
        return name.IsPossible ? name : throw new NangoException(NangoFailure.UnknownConnection, "Nango cannot have a connection of this name.");
    }

    /// <summary>A path that climbs out of the proxy would be a call to Nango's own API with our key.</summary>
    private static void ThrowUnlessBelowProxy(string path)
    {
        if (!path.StartsWith('/') || !new Uri(new Uri("http://nango"), NangoRequest.ProxyPrefix + path).AbsolutePath.StartsWith(NangoRequest.ProxyPrefix + "/", StringComparison.Ordinal))
        {
            throw new ArgumentException("A provider's path begins with a slash and stays below it.", nameof(path));
        }
    }
}
