using System.Text;
using Cortex.Sandbox.Json;
using Cortex.Sandbox.Webhooks;

namespace Cortex.Sandbox.Control;

internal static class WebhookControl
{
    public static void MapWebhookControl(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sandbox/webhooks", SendAsync);
        routes.MapPut("/sandbox/webhook-url", Redirect);
    }

    /// <summary>Sent once and past the circuit breaker: a person who tries something wants to see the answer.</summary>
    private static async Task<IResult> SendAsync(
        HandSentWebhook request, WebhookClient client, WebhookTargets targets, SigningKeys keys, CancellationToken cancellationToken)
    {
        if (targets.Urls is not [var url, ..])
        {
            return ControlResults.Conflict("No webhook address is set; PUT /sandbox/webhook-url sets one.");
        }

        var body = Encoding.UTF8.GetBytes(request.Raw ?? StableJson.Write(request.Body));
        if (Sign(body, request.Signature, request.Key ?? keys.Signing) is not { } message)
        {
            return ControlResults.Invalid("signature must be valid, wrong, none or legacy-only.");
        }

        var attempt = await client.PostAsync(url, message, cancellationToken);
        return Results.Json(new { attempt.Status, attempt.DurationMs, attempt.Error, attempt.ResponseBody });
    }

    private static WebhookMessage? Sign(byte[] body, string signature, string key)
    {
        var valid = WebhookMessage.Sign(body, key);
        return signature switch
        {
            "valid" => valid,
            "wrong" => WebhookMessage.Sign(body, Guid.NewGuid().ToString()),
            "none" => valid with { Signature = null, LegacySignature = null },
            "legacy-only" => valid with { Signature = null },
            _ => null,
        };
    }

    private static IResult Redirect(WebhookAddress request, WebhookTargets targets)
    {
        if (!Uri.TryCreate(request.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            return ControlResults.Invalid("url must be an absolute http or https address.");
        }

        targets.Urls = [url];
        return Results.NoContent();
    }
}
