using System.Text.Json.Nodes;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Faults;
using Cortex.Sandbox.Nango;
using Cortex.Sandbox.Webhooks;

namespace Cortex.Sandbox.Sessions;

/// <summary>The integrations of the environment; to a connect dialog those that its session allows.</summary>
internal static class IntegrationsEndpoint
{
    /// <summary>When they were set up: an instant that does not change.</summary>
    private const string SetUpAt = "2026-01-01T00:00:00.000Z";

    public static void MapIntegrations(this IEndpointRouteBuilder routes) => routes.MapGet("/integrations", List)
        .AddEndpointFilter<RouteHandlerBuilder, KeyOrSessionGuard>()
        .AddEndpointFilter(new FaultFilter(NangoResults.UsualError))
        .RequireCors(SessionCors.Policy);

    private static IResult List(HttpContext http, Integrations integrations, EnvironmentSettings environment)
    {
        if (QueryFaults.Unknown(http.Request.Query).ToArray() is { Length: > 0 } queryFaults)
        {
            return NangoResults.InvalidQuery(queryFaults);
        }

        var session = SessionGuard.Found(http);
        var shown = integrations.Keys.Where(key => session?.Allows(key) ?? true).Select(key => new JsonObject
        {
            ["unique_key"] = key,
            ["provider"] = integrations.ProviderOf(key),
            ["display_name"] = Integrations.DisplayName(integrations.ProviderOf(key)!),
            ["forward_webhooks"] = environment.Switches.ForwardWebhooks,
            ["created_at"] = SetUpAt,
            ["updated_at"] = SetUpAt,
        });
        return NangoResults.Json(new JsonObject { ["data"] = new JsonArray([.. shown]) });
    }
}
