using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Faults;

namespace Cortex.Sandbox.Webhooks;

/// <summary>
/// Delivers webhooks by Nango's rules. A caller waits for the first attempt only; the others happen in this process's memory and
/// are lost with it, as they are at Nango. What is on its way is bounded, beyond that a webhook is dropped.
/// </summary>
internal sealed partial class WebhookSender(
    WebhookClient client,
    WebhookTargets targets,
    FaultStore faults,
    SandboxKeys keys,
    SandboxOptions options,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<WebhookSender> logger)
{
    private readonly ConcurrentDictionary<Uri, CircuitBreaker> circuits = new();
    private int inFlight;

    public int InFlight => Volatile.Read(ref inFlight);

    /// <summary>Sends the given number of copies at once and tells how the first attempt of the first one ended.</summary>
    public async Task<WebhookAttempt> SendAsync(JsonNode body, int copies, CancellationToken cancellationToken)
    {
        var message = WebhookMessage.Sign(body, keys.WebhookSigningKeys[0]);
        var attempts = Enumerable.Range(0, copies).Select(_ => Start(message)).ToArray();
        return (await Task.WhenAll(attempts).WaitAsync(cancellationToken))[0];
    }

    private Task<WebhookAttempt> Start(WebhookMessage message)
    {
        if (targets.Urls is not [var primary, ..] urls)
        {
            return Task.FromResult(WebhookAttempt.NotMade("no webhook address is set"));
        }

        if (Interlocked.Increment(ref inFlight) > options.WebhooksInFlightMax)
        {
            Interlocked.Decrement(ref inFlight);
            LogDropped(primary, "too many on their way");
            return Task.FromResult(WebhookAttempt.NotMade("dropped: too many webhooks are on their way"));
        }

        var first = new TaskCompletionSource<WebhookAttempt>(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = DeliverAsync(urls, message, first);
        return first.Task;
    }

    private async Task DeliverAsync(IReadOnlyList<Uri> urls, WebhookMessage message, TaskCompletionSource<WebhookAttempt> first)
    {
        try
        {
            foreach (var url in urls)
            {
                await DeliverAsync(url, message, first, lifetime.ApplicationStopping);
            }
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            LogDropped(urls[0], "the sandbox is stopping");
        }
        catch (Exception fault)
        {
            // Nobody awaits a delivery, so nothing but this line would tell.
            LogFailed(urls[0], fault);
        }
        finally
        {
            Interlocked.Decrement(ref inFlight);
            first.TrySetResult(WebhookAttempt.NotMade("dropped: see the sandbox's log"));
        }
    }

    private async Task DeliverAsync(
        Uri url, WebhookMessage message, TaskCompletionSource<WebhookAttempt> first, CancellationToken cancellationToken)
    {
        for (var number = 0; ; number++)
        {
            var attempt = await TryOnceAsync(url, message, cancellationToken);
            first.TrySetResult(attempt);
            LogAttempt(url, number + 1, attempt.Status, attempt.Error, attempt.DurationMs);
            if (attempt.Succeeded || !attempt.MayRetry || number == WebhookPolicy.Waits.Count)
            {
                return;
            }

            await Task.Delay(WebhookPolicy.Waits[number], time, cancellationToken);
        }
    }

    private async Task<WebhookAttempt> TryOnceAsync(Uri url, WebhookMessage message, CancellationToken cancellationToken)
    {
        var circuit = circuits.GetOrAdd(url, _ => new CircuitBreaker());
        if (!circuit.TryPass(time.GetUtcNow()))
        {
            return WebhookAttempt.NotMade("dropped: the circuit of this address is open");
        }

        var succeeded = false;
        try
        {
            var attempt = await FaultyAttemptAsync(url, cancellationToken) ?? await client.PostAsync(url, message, cancellationToken);
            succeeded = attempt.Succeeded || attempt.WasDropped;
            return attempt;
        }
        finally
        {
            circuit.Report(succeeded, time.GetUtcNow());
        }
    }

    /// <summary>The attempt as a prepared fault wants it; null when none waits, or when it only delays.</summary>
    private async Task<WebhookAttempt?> FaultyAttemptAsync(Uri url, CancellationToken cancellationToken)
    {
        if (faults.Take($"POST webhook {url}") is not { } fault)
        {
            return null;
        }

        await fault.DelayAsync(time, cancellationToken);
        return fault switch
        {
            { Drop: true } => WebhookAttempt.NotMade("dropped by a fault") with { WasDropped = true },
            { Status: { } status } => new WebhookAttempt(status, 0, "answered by a fault") { MayRetry = status >= 500 },
            { IsReset: true } => new WebhookAttempt(null, 0, "reset by a fault") { MayRetry = true },
            _ => null,
        };
    }
}
