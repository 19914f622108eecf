using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Json;
using Cortex.Sandbox.Nango;
using Cortex.Sandbox.Webhooks;

namespace Cortex.Sandbox.Forwards;

/// <summary>Where providers post to at Nango. They are answered first; what they said goes on after that.</summary>
internal static class ForwardEndpoint
{
    public static void MapForwards(this IEndpointRouteBuilder routes) => routes.MapPost("/webhook/{environmentUuid}/{providerConfigKey}", ReceiveAsync);

    private static async Task<IResult> ReceiveAsync(
        string environmentUuid, string providerConfigKey, HttpContext http, Integrations integrations, ConnectionStore connections,
        EnvironmentSettings environment, ForwardDelivery delivery, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(environmentUuid, out _))
        {
            var fault = new NangoFault("invalid_format", "Invalid UUID", ["environmentUuid"]);
            return NangoResults.Error(StatusCodes.Status400BadRequest, "invalid_uri_params", errors: [fault]);
        }

        if (environmentUuid != EnvironmentSettings.Uuid)
        {
            return NangoResults.Error(StatusCodes.Status404NotFound, "unknown_environment");
        }

        if (integrations.ProviderOf(providerConfigKey) is not { } provider)
        {
            return NangoResults.Error(StatusCodes.Status404NotFound, "unknown_provider_config");
        }

        var push = await ReadAsync(http.Request, cancellationToken);
        var routing = PushRouter.Route(
            provider, push, [.. connections.All.Where(connection => connection.ProviderConfigKey == providerConfigKey)]);
        if (routing.Status == StatusCodes.Status200OK && environment.Switches.ForwardWebhooks)
        {
            delivery.Start(routing, ForwardedHeaders.Of(push.Headers));
        }

        return NangoResults.Json(routing.Answer, routing.Status);
    }

    private static async Task<ProviderPush> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, cancellationToken);
        var headers = request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString());
        return new ProviderPush(headers, SandboxJson.TryParse(bytes.ToArray()));
    }
}
