namespace Cortex.Sandbox.Calls;

/// <summary>The provider calls, oldest first; beyond the limit the oldest are forgotten.</summary>
internal sealed class CallLog(SandboxOptions options)
{
    private readonly Lock access = new();
    private readonly Queue<ProviderCall> calls = new();

    public int Count
    {
        get
        {
            lock (access)
            {
                return calls.Count;
            }
        }
    }

    public void Add(ProviderCall call)
    {
        lock (access)
        {
            calls.Enqueue(call);
            if (calls.Count > options.CallsKeptMax)
            {
                calls.Dequeue();
            }
        }
    }

    public IReadOnlyList<ProviderCall> Of(string? connectionId)
    {
        lock (access)
        {
            return [.. calls.Where(call => connectionId is null || call.ConnectionId == connectionId)];
        }
    }

    public void Clear()
    {
        lock (access)
        {
            calls.Clear();
        }
    }
}
