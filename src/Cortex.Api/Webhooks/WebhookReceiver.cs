using System.Diagnostics;
using Cortex.Api.Bodies;
using Cortex.Api.Diagnostics;
using Cortex.Api.Problems;
using Cortex.Hosting;
using Cortex.Storage;
using Cortex.Storage.Deliveries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cortex.Api.Webhooks;

/// <summary>Takes webhooks: checks, stores, answers. It needs PostgreSQL and nothing else; the cluster may be down.</summary>
/// <remarks>
/// <para>1. The body is read whole, as bytes: the signature is over them. Too long: 413.</para>
/// <para>2. Without a signature it is counted and forgotten.</para>
/// <para>3. With a wrong one it is refused: 401. Nango never repeats a 4xx, so nothing that could succeed later is answered with one.</para>
/// <para>4. Rightly signed it is stored, whatever it says. PostgreSQL away or the inbox full: 503, and Nango comes again.</para>
/// <para>5. It is answered, and the connection's grain is told that something waits.</para>
/// </remarks>
internal sealed partial class WebhookReceiver(
    InboxGate inbox,
    ConnectionNudge nudge,
    WebhookInstruments instruments,
    DependencyInstruments dependencies,
    CortexSettings settings,
    TimeProvider time,
    ILogger<WebhookReceiver> logger)
{
    /// <summary>While PostgreSQL is away every webhook is refused, a hundred in a second perhaps, all for one reason.</summary>
    private static readonly TimeSpan RefusalsPeriod = TimeSpan.FromSeconds(10);

    private readonly Seldom _refusals = new(RefusalsPeriod);

    public async Task<IResult> ReceiveAsync(HttpRequest request, string? signature)
    {
        var started = time.GetTimestamp();
        var (outcome, answer) = await JudgeAsync(request, signature);
        instruments.OnReceived(outcome, time.GetElapsedTime(started));
        return answer;
    }

    private async Task<(string Outcome, IResult Answer)> JudgeAsync(HttpRequest request, string? signature)
    {
        // 1
        byte[] body;
        try
        {
            body = await RequestBytes.ReadAsync(request.HttpContext, request.HttpContext.RequestAborted);
        }
        catch (BadHttpRequestException e)
        {
            var tooLarge = e.StatusCode == StatusCodes.Status413PayloadTooLarge;
            return (tooLarge ? WebhookOutcome.TooLarge : WebhookOutcome.Malformed, StatusSentences.ToProblem(e.StatusCode, request));
        }

        // 2
        if (signature is null)
        {
            return JudgeUnsigned(body);
        }

        // 3
        if (!WebhookSignature.IsValid(body, signature, settings.WebhookSigningKeys))
        {
            LogInvalidSignature();
            return (WebhookOutcome.InvalidSignature, new Problem(StatusCodes.Status401Unauthorized, "The signature is wrong."));
        }

        // 4
        var envelope = WebhookEnvelope.Read(body);
        var id = DeliveryId.New(time.GetUtcNow());
        try
        {
            await inbox.CommitAsync(ToDelivery(id, envelope, body));
        }
        catch (Exception e) when (e is StorageException or QueueFullException or TimeoutException)
        {
            dependencies.OnDatabaseError();
            if (_refusals.Count(time) is { } count)
            {
                LogNotStored(e, count);
            }

            return (WebhookOutcome.Unavailable, Problem.Unavailable("The webhook cannot be stored at the moment; send it again shortly."));
        }

        // 5
        LogReceived(id, envelope.ConnectionId, envelope.Type);
        if (envelope is { IgnoredReason: null, Key: { } key })
        {
            nudge.Send(key);
        }

        return (WebhookOutcome.Accepted, Accepted());
    }

    private (string Outcome, IResult Answer) JudgeUnsigned(byte[] body)
    {
        if (!JsonObject.Is(body))
        {
            return (WebhookOutcome.Malformed, Problem.Invalid("The body must be a JSON object."));
        }

        LogUnsigned(WebhookOutcome.Unsigned);
        return (WebhookOutcome.Unsigned, Accepted());
    }

    private static NewDelivery ToDelivery(DeliveryId id, WebhookEnvelope envelope, byte[] body) => new(
        id,
        envelope.Key,
        envelope.ProviderConfigKey,
        envelope.ConnectionId,
        envelope.Type,
        envelope.DedupeKey,
        body,
        Activity.Current?.Id,
        envelope.IgnoredReason);

    private static Accepted<WebhookAnswer> Accepted() => TypedResults.Accepted((string?)null, WebhookAnswer.Accepted);
}
