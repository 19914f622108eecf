using System.Text.Json.Nodes;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Nango;
using Cortex.Sandbox.Providers;
using Cortex.Sandbox.Records;
using Cortex.Sandbox.Webhooks;

namespace Cortex.Sandbox.Control;

/// <summary>Runs of syncs that fail. They save nothing; what Nango tells of them is the whole effect.</summary>
internal static class SyncFailureControl
{
    public static void MapSyncFailureControl(this IEndpointRouteBuilder routes) => routes.MapPost("/sandbox/sync-failures", FailAsync);

    private static async Task<IResult> FailAsync(
        FailedSync request, ConnectionStore connections, RecordStore records, IEnumerable<IProvider> providers, WebhookSender webhooks,
        TimeProvider time, CancellationToken cancellationToken)
    {
        if (connections.Find(request.ConnectionId) is not { } connection)
        {
            return ControlResults.NotFound($"There is no connection '{request.ConnectionId}'.");
        }

        var name = request.SyncName ?? (request.Models is [var first, ..] ? SyncNames.Of(connection.Provider, first) : null);
        if (name is null || !request.Models.All(ModelName.IsValid) || request.Status is < 400 or > 599)
        {
            return ControlResults.Invalid("models must hold model names or, if empty, syncName must be given; status must be 400 to 599.");
        }

        var last = records.Models(connection.ConnectionId).Where(model => request.Models.Contains(model.Model)).Select(model => model.LastRun.StartedAt);
        var provider = providers.Single(provider => provider.Name == connection.Provider);
        var body = WebhookBodies.SyncFailed(
            connection, name, request.Models, Error(request, provider), last.Cast<DateTimeOffset?>().Max(), time.GetUtcNow());
        var webhook = await webhooks.SendAsync(body, 1, cancellationToken);
        return Results.Json(new { request.ConnectionId, syncName = name, webhook });
    }

    private static JsonObject Error(FailedSync request, IProvider provider)
    {
        var error = new JsonObject { ["type"] = "script_error" };
        if (request.Status is not { } status)
        {
            error["description"] = request.Description ?? "The script failed.";
            return error;
        }

        error["description"] = request.Description ?? $"Request failed with status code {status}";
        error["payload"] = provider.UsualError(status);
        error["additional_properties"] = new JsonObject
        {
            ["upstream_response"] = new JsonObject
            {
                ["status"] = status,
                ["headers"] = new JsonObject { ["content-type"] = "application/json" },
                ["body"] = provider.UsualError(status),
            },
        };
        return error;
    }
}
