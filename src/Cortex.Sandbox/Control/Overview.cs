using Cortex.Sandbox.Calls;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Faults;
using Cortex.Sandbox.Firebase;
using Cortex.Sandbox.Hosting;
using Cortex.Sandbox.Records;
using Cortex.Sandbox.Sessions;
using Cortex.Sandbox.Webhooks;

namespace Cortex.Sandbox.Control;

/// <summary>What a person sees who opens the sandbox in a browser.</summary>
internal static class Overview
{
    private static readonly string[] Routes =
    [
        "POST /sandbox/token", "POST /sandbox/connections", "DELETE /sandbox/connections/ID", "POST /sandbox/connections/ID/break",
        "POST /sandbox/connections/ID/recover", "POST /sandbox/items", "GET|DELETE /sandbox/calls", "GET|POST|DELETE /sandbox/faults",
        "GET|POST|DELETE /sandbox/model", "POST /sandbox/webhooks", "PUT /sandbox/webhook-url", "GET|PUT /sandbox/environment",
        "POST /sandbox/signing-key", "POST /sandbox/sessions", "POST /sandbox/sync-failures", "PUT /sandbox/salesforce",
    ];

    public static void MapOverview(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", () => Results.Json(new { result = "ok" }));
        routes.MapGet("/sandbox", Show);
    }

    private static IResult Show(
        SandboxAddress address, TokenIssuer issuer, Integrations integrations, ConnectionStore connections, RecordStore records,
        CallLog calls, FaultStore faults, WebhookSender webhooks, WebhookTargets targets)
        => Results.Json(new
        {
            what = "The Cortex sandbox: a local stand-in for Nango, the providers behind its proxy, and Firebase's token issuer.",
            urls = new
            {
                nango = address.LoopbackUrl,
                firebaseAuthority = issuer.Issuer,
                groq = $"{address.LoopbackUrl}/groq/openai/v1",
                webhooks = targets.Urls,
                connectDialog = $"{address.PublicUrl}{ConnectDialog.Path}",
                providerWebhooks = $"{address.LoopbackUrl}/webhook/{EnvironmentSettings.Uuid}/KEY",
            },
            integrations = integrations.Keys,
            counts = new
            {
                connections = connections.Count,
                records = records.Count,
                calls = calls.Count,
                faults = faults.Waiting.Count,
                webhooksInFlight = webhooks.InFlight,
            },
            routes = Routes,
        });
}
