using System.Net.Http.Headers;
using Cortex.Nango.Budget;
using Cortex.Scheduling;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Cortex.Nango;

/// <summary>
/// Sends one request to Nango within its limits of time and size. What comes back is not judged here;
/// that nothing comes back is <see cref="NangoFailure.Unavailable"/>.
/// </summary>
/// <remarks>
/// A call through the proxy goes out once, so all that it waits for it waits for before its time begins: (1) a connection to send it over, of those of its provider, (2) a call of the account's budget,
/// (3) its gate, which says whether its effect is still wanted. What is given up up to here has not been sent.
/// </remarks>
internal sealed class NangoTransport(IHttpClientFactory clients, IOptions<NangoOptions> options, INangoBudget budget, TimeProvider time)
{
    /// <summary>The lane of calls that Nango itself answers: a provider that is slow must keep nobody from reading records, and no user from connecting another account.</summary>
    private const string OwnLane = "";

    private readonly Lanes<string> _sockets = new(options.Value.SocketsMax);
    private readonly Lanes<string> _largeAnswers = new(options.Value.LargeAnswersMax);
    private readonly NangoOptions _options = options.Value;
    private readonly string _base = options.Value.BaseUrl.TrimEnd('/');

    /// <summary>Sends a request.</summary>
    /// <param name="client">One of the clients of <see cref="NangoHttp"/>.</param>
    /// <param name="request">Without the API key; its address relative to Nango's.</param>
    /// <param name="bytesMax">Where the reading of the answer stops.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<NangoReply> SendAsync(string client, NangoRequest request, int bytesMax, CancellationToken cancellationToken)
    {
        using var socket = client == NangoHttp.Once ? await PrepareAsync(request, cancellationToken) : null;
        using var deadline = new CancellationTokenSource(_options.TotalTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            using var message = Message(request);
            using var response = await clients.CreateClient(client).SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var (body, isCut) = await CappedBody.ReadAsync(response.Content, bytesMax, token => _largeAnswers.TryEnterAsync(LaneOf(request), Timeout.InfiniteTimeSpan, token), either.Token);
            var wait = RetryAfterHeader.Read(response.Headers.RetryAfter, time.GetUtcNow(), _options.RetryAfterMax);
            return new((int)response.StatusCode, body, isCut, wait, RateHeaders.Read(response.Headers, time.GetUtcNow()));
        }
        catch (BrokenCircuitException circuit)
        {
            var wait = circuit.RetryAfter ?? _options.CircuitBreak;
            throw new NangoException(NangoFailure.Unavailable, "Calls to this provider keep failing, so none are sent for a moment.", wait, circuit) { MayHaveReached = false };
        }
        catch (Exception failure)
            when (failure is TimeoutRejectedException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new NangoException(NangoFailure.Unavailable, "Nango did not answer in time.", inner: failure);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            throw new NangoException(NangoFailure.Unavailable, "Nango could not be reached, or broke off its answer.", inner: failure) { MayHaveReached = !IsUnsent(failure) };
        }
    }

    /// <summary>Whether there was not even a connection to send the request over.</summary>
    private static bool IsUnsent(Exception failure) =>
        failure is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError };

    /// <returns>Gives the connection back.</returns>
    private async Task<IDisposable> PrepareAsync(NangoRequest request, CancellationToken cancellationToken)
    {
        if (await _sockets.TryEnterAsync(LaneOf(request), _options.SocketWaitMax, cancellationToken) is not { } socket)
        {
            throw NangoException.Crowded(_options.SocketWaitMax);
        }

        try
        {
            await budget.TakeAsync(request.Priority, cancellationToken);
            if (request.Gate is { } gate)
            {
                await gate.EnterAsync(cancellationToken);
            }

            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string LaneOf(NangoRequest request) => request.IsProxied ? request.Connection?.ProviderConfigKey ?? OwnLane : OwnLane;

    private HttpRequestMessage Message(NangoRequest request)
    {
        var message = new HttpRequestMessage(request.Method, new Uri(_base + request.PathAndQuery));
        message.Options.Set(NangoBudgetHandler.Priority, request.Priority);
        message.Headers.Authorization = new("Bearer", _options.SecretKey);
        message.Headers.Accept.Add(new("application/json"));
        if (request.Connection is var (providerConfigKey, connectionId))
        {
            message.Headers.Add(NangoHttp.ProviderConfigKeyHeader, providerConfigKey);
            message.Headers.Add(NangoHttp.ConnectionIdHeader, connectionId);
        }

        if (request.JsonBody is not null)
        {
            message.Content = new StringContent(request.JsonBody, new MediaTypeHeaderValue("application/json", "utf-8"));
        }

        return message;
    }
}
