using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Connections;
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
    SigningKeys keys,
    EnvironmentSettings environment,
    ConnectionStore connections,
    HeldWebhooks held,
    SandboxOptions options,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<WebhookSender> logger)
{
    private readonly ConcurrentDictionary<Uri, CircuitBreaker> circuits = new();
    private int inFlight;

    public int InFlight => Volatile.Read(ref inFlight);

    /// <summary>Sends the given number of copies at once and tells how the first attempt of the first one ended.</summary>
    public Task<WebhookAttempt> SendAsync(JsonNode body, int copies, CancellationToken cancellationToken)
        => SendAsync(body, [], copies, cancellationToken);

    /// <summary>With headers of the provider whose webhook is passed on.</summary>
    public async Task<WebhookAttempt> SendAsync(
        JsonNode? body, IReadOnlyList<KeyValuePair<string, string>> headers, int copies, CancellationToken cancellationToken)
    {
        if (Targets(body) is not [var primary, ..] urls)
        {
            return WebhookAttempt.NotMade("no webhook address is set");
        }

        if (body is not null && !environment.Switches.Lets(body))
        {
            return WebhookAttempt.NotMade("the environment is set not to send this kind of webhook");
        }

        var label = WebhookLabel.Of(body);
        var fault = faults.TakeShape(Call(primary, label));
        var shaped = fault is null ? body : WebhookShape.Apply(fault, body);
        var message = WebhookMessage.Sign(shaped, keys.Signing) with { Label = label, Headers = headers };
        copies *= fault?.Duplicate ?? 1;
        if (fault?.Hold is { } others)
        {
            if (held.Count >= options.WebhooksInFlightMax)
            {
                return WebhookAttempt.NotMade("dropped: too many webhooks are held");
            }

            held.Hold(others, () => _ = StartAll(urls, message, copies));
            return WebhookAttempt.NotMade($"held by a fault until {others} others have been sent");
        }

        var attempts = await StartAll(urls, message, copies).WaitAsync(cancellationToken);
        held.Passed();
        return attempts[0];
    }

    /// <summary>A connection's own address stands in for both of the environment's.</summary>
    private IReadOnlyList<Uri> Targets(JsonNode? body)
        => WebhookLabel.Text(body, "connectionId") is { } connectionId && connections.Find(connectionId)?.WebhookUrlOverride is { } url
            ? [new Uri(url)]
            : targets.Urls;

    private Task<WebhookAttempt[]> StartAll(IReadOnlyList<Uri> urls, WebhookMessage message, int copies)
        => Task.WhenAll(Enumerable.Range(0, copies).Select(_ => Start(urls, message)));

    private Task<WebhookAttempt> Start(IReadOnlyList<Uri> urls, WebhookMessage message)
    {
        var primary = urls[0];
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
            var attempt = await TryOnceAsync(url, message, first, cancellationToken);
            first.TrySetResult(attempt);
            LogAttempt(url, number + 1, attempt.Status, attempt.Error, attempt.DurationMs);
            if (attempt.Succeeded || !attempt.MayRetry || number == WebhookPolicy.Waits.Count)
            {
                return;
            }

            await Task.Delay(WebhookPolicy.Waits[number], time, cancellationToken);
        }
    }

    private async Task<WebhookAttempt> TryOnceAsync(
        Uri url, WebhookMessage message, TaskCompletionSource<WebhookAttempt> first, CancellationToken cancellationToken)
    {
        var circuit = circuits.GetOrAdd(url, _ => new CircuitBreaker());
        if (!circuit.TryPass(time.GetUtcNow()))
        {
            return WebhookAttempt.NotMade("dropped: the circuit of this address is open");
        }

        var succeeded = false;
        try
        {
            var attempt = await FaultyAttemptAsync(Call(url, message.Label), first, cancellationToken) ?? await client.PostAsync(url, message, cancellationToken);
            succeeded = attempt.Succeeded || attempt.WasDropped;
            return attempt;
        }
        finally
        {
            circuit.Report(succeeded, time.GetUtcNow());
        }
    }

    private static string Call(Uri url, string label) => $"POST webhook {url} {label}";

    /// <summary>The attempt as a prepared fault wants it; null when none waits, or when it only delays.</summary>
    private async Task<WebhookAttempt?> FaultyAttemptAsync(
        string call, TaskCompletionSource<WebhookAttempt> first, CancellationToken cancellationToken)
    {
        if (faults.Take(call) is not { } fault)
        {
            return null;
        }

        if (fault.DelayMs is { } milliseconds)
        {
            first.TrySetResult(WebhookAttempt.NotMade($"delayed by a fault for {milliseconds} ms"));
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
