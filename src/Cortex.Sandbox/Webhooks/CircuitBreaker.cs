namespace Cortex.Sandbox.Webhooks;

/// <summary>
/// Guards one address. Closed: everything passes. Open: everything is dropped. When the time is over, one trial passes, and how it
/// ends decides. Attempts that were under way when the circuit opened no longer count.
/// </summary>
internal sealed class CircuitBreaker
{
    private readonly Lock access = new();
    private readonly Queue<DateTimeOffset> failures = new();
    private DateTimeOffset? openUntil;
    private bool trialRuns;

    public bool TryPass(DateTimeOffset now)
    {
        lock (access)
        {
            if (openUntil is null)
            {
                return true;
            }

            if (now < openUntil || trialRuns)
            {
                return false;
            }

            return trialRuns = true;
        }
    }

    public void Report(bool succeeded, DateTimeOffset now)
    {
        lock (access)
        {
            if (openUntil is not null)
            {
                ReportOpen(succeeded, now);
            }
            else if (!succeeded)
            {
                ReportFailure(now);
            }
        }
    }

    private void ReportOpen(bool succeeded, DateTimeOffset now)
    {
        if (!trialRuns)
        {
            return;
        }

        trialRuns = false;
        openUntil = succeeded ? null : now + WebhookPolicy.OpenFor;
    }

    private void ReportFailure(DateTimeOffset now)
    {
        failures.Enqueue(now);
        while (now - failures.Peek() > WebhookPolicy.FailureWindow)
        {
            failures.Dequeue();
        }

        if (failures.Count > WebhookPolicy.FailuresTolerated)
        {
            failures.Clear();
            openUntil = now + WebhookPolicy.OpenFor;
        }
    }
}
