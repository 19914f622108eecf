namespace Cortex.Sandbox.Faults;

/// <summary>The faults that wait for a call, oldest first.</summary>
internal sealed class FaultStore(SandboxOptions options)
{
    private readonly Lock access = new();
    private readonly List<Fault> waiting = [];

    public IReadOnlyList<Fault> Waiting
    {
        get
        {
            lock (access)
            {
                return [.. waiting];
            }
        }
    }

    public bool TryAdd(Fault fault)
    {
        lock (access)
        {
            if (waiting.Count >= options.PreparedMax)
            {
                return false;
            }

            waiting.Add(fault);
            return true;
        }
    }

    /// <summary>The oldest fault for how this call ends, used up by one; null when none waits.</summary>
    /// <param name="call">What <see cref="Fault.Match"/> is held against.</param>
    /// <param name="connectionId">The connection that the call names; null if it names none.</param>
    public Fault? Take(string call, string? connectionId = null) => Take(call, connectionId, isShape: false);

    /// <summary>The oldest fault for what this webhook looks like, used up by one; null when none waits.</summary>
    public Fault? TakeShape(string call) => Take(call, connectionId: null, isShape: true);

    public void Clear()
    {
        lock (access)
        {
            waiting.Clear();
        }
    }

    private Fault? Take(string call, string? connectionId, bool isShape)
    {
        lock (access)
        {
            var index = waiting.FindIndex(fault => fault.IsShape == isShape && call.Contains(fault.Match, StringComparison.Ordinal)
                && (fault.ConnectionId is null || fault.ConnectionId == connectionId));
            if (index < 0)
            {
                return null;
            }

            var fault = waiting[index];
            if (fault.Times > 1)
            {
                waiting[index] = fault with { Times = fault.Times - 1 };
            }
            else
            {
                waiting.RemoveAt(index);
            }

            return fault;
        }
    }
}
