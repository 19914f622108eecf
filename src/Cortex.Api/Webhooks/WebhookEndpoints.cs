using Cortex.Api.Bodies;
using Cortex.Api.Problems;
using Cortex.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Cortex.Api.Webhooks;

/// <summary>Where Nango reports. No token: Nango signs what it sends.</summary>
internal static class WebhookEndpoints
{
    public static void MapWebhooks(this IEndpointRouteBuilder routes, CortexSettings settings)
    {
        var webhooks = routes.MapGroup("/api/webhooks").AllowAnonymous().WithMetadata(new BodyLimit(settings.WebhookBytesMax)).WithTags("Webhooks");
        webhooks.MapPost("/nango", ReceiveAsync).WithName("receiveWebhook").Produces<WebhookAnswer>(202).Refuses(400, 401, 413, 503);
    }

    /// <summary>Takes a webhook of Nango's: 202 means that it is on disk and will be processed. Without a signature it is only counted.</summary>
    internal static Task<IResult> ReceiveAsync(
        HttpRequest request, [FromHeader(Name = WebhookSignature.HeaderName)] string? signature, WebhookReceiver receiver) =>
        receiver.ReceiveAsync(request, signature);
}
