namespace Cortex.Sandbox.Webhooks;

/// <summary>Webhooks that wait for others to overtake them; how many may wait is bounded by how many may be on their way.</summary>
internal sealed class HeldWebhooks
{
    private readonly Lock access = new();
    private List<(int Others, Action Send)> held = [];

    public int Count
    {
        get
        {
            lock (access)
            {
                return held.Count;
            }
        }
    }

    /// <summary>Sends it when the given number of others has gone out.</summary>
    public void Hold(int others, Action send)
    {
        lock (access)
        {
            held.Add((others, send));
        }
    }

    /// <summary>Another webhook has gone out: those that waited for it alone follow.</summary>
    public void Passed()
    {
        List<Action> due;
        lock (access)
        {
            held = [.. held.Select(waiting => (waiting.Others - 1, waiting.Send))];
            due = [.. held.Where(waiting => waiting.Item1 <= 0).Select(waiting => waiting.Item2)];
            held.RemoveAll(waiting => waiting.Others <= 0);
        }

        due.ForEach(send => send());
    }

    public void ReleaseAll()
    {
        List<(int Others, Action Send)> all;
        lock (access)
        {
            (all, held) = (held, []);
        }

        all.ForEach(waiting => waiting.Send());
    }
}
