namespace Cortex.Sandbox.Sessions;

/// <summary>The pop-ups that are under way, each good for one answer; beyond the limit the oldest is forgotten.</summary>
internal sealed class PendingConsents(TimeProvider time)
{
    public const int PendingMax = 1_000;

    private readonly Lock access = new();
    private readonly Dictionary<string, PendingConsent> pending = new(StringComparer.Ordinal);
    private readonly Queue<string> oldestFirst = new();

    public PendingConsent Add(ConnectSession session, string providerConfigKey, string? socketId)
    {
        var consent = new PendingConsent(Guid.NewGuid().ToString(), session, providerConfigKey, socketId, session.ExpiresAt);
        lock (access)
        {
            pending[consent.State] = consent;
            oldestFirst.Enqueue(consent.State);
            while (oldestFirst.Count > PendingMax)
            {
                pending.Remove(oldestFirst.Dequeue());
            }
        }

        return consent;
    }

    public PendingConsent? Find(string? state)
    {
        lock (access)
        {
            return state is not null && pending.TryGetValue(state, out var consent) && time.GetUtcNow() < consent.ExpiresAt ? consent : null;
        }
    }

    public PendingConsent? Take(string? state)
    {
        lock (access)
        {
            return Find(state) is { } consent && pending.Remove(consent.State) ? consent : null;
        }
    }
}
