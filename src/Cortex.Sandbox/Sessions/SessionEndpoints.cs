using System.Text.Json.Nodes;
using Cortex.Sandbox.Nango;

namespace Cortex.Sandbox.Sessions;

/// <summary>What a connect dialog asks Nango, with its session's token.</summary>
internal static class SessionEndpoints
{
    public static void MapSessionRoutes(this IEndpointRouteBuilder routes)
    {
        var guarded = routes.MapGroup("/connect").AddEndpointFilter<SessionGuard>().RequireCors(SessionCors.Policy);
        guarded.MapGet("/session", Show);
        guarded.MapDelete("/session", Delete);
    }

    private static IResult Show(HttpContext http)
    {
        if (QueryFaults.Unknown(http.Request.Query).ToArray() is { Length: > 0 } queryFaults)
        {
            return NangoResults.InvalidQuery(queryFaults);
        }

        var session = SessionGuard.Session(http);
        var data = session.Shown.DeepClone().AsObject();
        data["endUser"] = session.EndUser?.DeepClone();
        data["connectUISettings"] = new JsonObject
        {
            ["theme"] = new JsonObject { ["light"] = new JsonObject { ["primary"] = "#1f5fbf" }, ["dark"] = new JsonObject { ["primary"] = "#7fb2ff" } },
            ["defaultTheme"] = "system",
            ["showWatermark"] = false,
        };
        data["websocketsPath"] = "/";
        if (session.AllowedIntegrations is { } allowed)
        {
            data["allowed_integrations"] = new JsonArray([.. allowed.Select(key => JsonValue.Create(key))]);
        }

        if (session.ConnectionId is not null)
        {
            data["isReconnecting"] = true;
        }

        return NangoResults.Json(new JsonObject { ["data"] = data });
    }

    private static IResult Delete(HttpContext http, ConnectSessionStore sessions)
    {
        sessions.Remove(SessionGuard.Session(http).Token);
        return Results.NoContent();
    }
}
