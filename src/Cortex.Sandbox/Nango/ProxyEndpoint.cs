using Cortex.Sandbox.Connections;

namespace Cortex.Sandbox.Nango;

internal static class ProxyEndpoint
{
    public static void MapProxy(this IEndpointRouteBuilder routes) => routes.Map("/proxy/{**path}", ForwardAsync);

    private static async Task<IResult> ForwardAsync(
        HttpContext http, ConnectionStore connections, Integrations integrations, CredentialRefresh refresh, ProxyForwarder forwarder,
        CancellationToken cancellationToken)
    {
        var names = ConnectionHeaders.TryRead(http.Request, out var nameFaults);
        var options = ProxyOptions.TryRead(http.Request.Headers, out var optionFaults);
        if (names is null || options is null)
        {
            return NangoResults.InvalidHeaders([.. nameFaults, .. optionFaults]);
        }

        if (integrations.ProviderOf(names.ProviderConfigKey) is not { } provider)
        {
            return NangoResults.Error(
                StatusCodes.Status404NotFound, "unknown_provider_config", $"Integration \"{names.ProviderConfigKey}\" does not exist");
        }

        if (names.Find(connections) is not { } connection)
        {
            return NangoResults.Error(StatusCodes.Status400BadRequest, "server_error", "Failed to get connection");
        }

        if (refresh.Refusal(connection) is { } refusal)
        {
            return refusal;
        }

        if (http.Request.Headers["base-url-override"].ToString().Length > 0)
        {
            return NangoResults.Error(StatusCodes.Status400BadRequest, "base_url_override_disabled", "Base URL override is disabled");
        }

        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, cancellationToken);
        return await forwarder.ForwardAsync(http, connection, provider, options, body.ToArray());
    }
}
