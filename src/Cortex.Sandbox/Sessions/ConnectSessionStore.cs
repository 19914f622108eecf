namespace Cortex.Sandbox.Sessions;

/// <summary>The sessions that are open. They live in memory; beyond the limit the oldest is forgotten.</summary>
internal sealed class ConnectSessionStore(TimeProvider time)
{
    public const int SessionsMax = 10_000;

    private readonly Lock access = new();
    private readonly Dictionary<string, ConnectSession> sessions = new(StringComparer.Ordinal);
    private readonly Queue<string> oldestFirst = new();

    public void Add(ConnectSession session)
    {
        lock (access)
        {
            sessions[session.Token] = session;
            oldestFirst.Enqueue(session.Token);
            while (oldestFirst.Count > SessionsMax)
            {
                sessions.Remove(oldestFirst.Dequeue());
            }
        }
    }

    public ConnectSession? Find(string token)
    {
        lock (access)
        {
            return sessions.TryGetValue(token, out var session) && time.GetUtcNow() < session.ExpiresAt ? session : null;
        }
    }

    public void Remove(string token)
    {
        lock (access)
        {
            sessions.Remove(token);
        }
    }
}
