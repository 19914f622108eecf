using System.Text;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Calls;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Faults;
using Cortex.Sandbox.Json;
using Cortex.Sandbox.Providers;
using Cortex.Sandbox.Records;

namespace Cortex.Sandbox.Nango;

/// <summary>Passes calls on to the providers, tries again as Nango does, and writes down every call that reached one.</summary>
internal sealed class ProxyForwarder(IEnumerable<IProvider> providers, FaultStore faults, CallLog calls, TimeProvider time)
{
    private const string ForwardedPrefix = "nango-proxy-";
    private const int BodyBytesKeptMax = 1 << 20;

    private readonly Dictionary<string, IProvider> providers = providers.ToDictionary(provider => provider.Name);

    public async Task<IResult> ForwardAsync(HttpContext http, Connection connection, string providerName, ProxyOptions options, byte[] body)
    {
        var provider = providers[providerName];
        var target = ProxyTarget.Of(http);
        var request = new ProviderRequest(connection, http.Request.Method, target.Segments, http.Request.Query, body);
        for (var attempt = 0; ; attempt++)
        {
            var fault = faults.Take($"{request.Method} /proxy{target.Path}{http.Request.QueryString}", connection.ConnectionId);
            if (fault is { Nango: true, Status: { } own })
            {
                await fault.DelayAsync(time, http.RequestAborted);
                return FaultResults.Answer(fault, own, http, NangoResults.UsualProxyError(http, own));
            }

            var (result, status) = await CallAsync(http, provider, request, fault);
            calls.Add(Describe(http, connection, target, body, status));
            if (status is null || !options.MayRetry(attempt, status.Value, provider))
            {
                return result;
            }

            await Task.Delay(ProxyOptions.Wait(attempt), time, http.RequestAborted);
        }
    }

    private async Task<(IResult Result, int? Status)> CallAsync(HttpContext http, IProvider provider, ProviderRequest request, Fault? fault)
    {
        if (fault is null)
        {
            return Answer(provider.Handle(request));
        }

        var effect = fault.AfterEffect ? provider.Handle(request) : null;
        var usualBody = fault.Status is { } status ? provider.UsualError(status) : null;
        return await fault.AnswerAsync(http, time, usualBody) is { } answer
            ? (answer, fault.Status)
            : Answer(effect ?? provider.Handle(request));
    }

    /// <summary>A buffered success loses its status on the way, except 204; an error passes as it is.</summary>
    private static (IResult Result, int? Status) Answer(ProviderResponse response)
    {
        var status = response.Status is >= 200 and < 300 and not 204 ? StatusCodes.Status200OK : response.Status;
        var result = response.Body is null
            ? Results.StatusCode(status)
            : Results.Text(SandboxJson.Text(response.Body), "application/json", Encoding.UTF8, status);
        return (result, response.Status);
    }

    private ProviderCall Describe(HttpContext http, Connection connection, ProxyTarget target, byte[] body, int? status)
    {
        var headers = http.Request.Headers
            .Where(header => header.Key.StartsWith(ForwardedPrefix, StringComparison.OrdinalIgnoreCase))
            .ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString());
        return new ProviderCall(
            RecordTime.Iso(time.GetUtcNow()), http.Request.Method, target.Path, target.Query,
            connection.ConnectionId, connection.ProviderConfigKey, headers, Body(body), status);
    }

    private static JsonNode? Body(byte[] body) => body.Length switch
    {
        0 => null,
        > BodyBytesKeptMax => JsonValue.Create($"({body.Length} bytes)"),
        _ => SandboxJson.TryParse(body) ?? JsonValue.Create(Encoding.UTF8.GetString(body)),
    };
}
