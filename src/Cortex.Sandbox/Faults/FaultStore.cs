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
    public Fault? Take(string call) => Take(call, isShape: false);

    /// <summary>The oldest fault for what this webhook looks like, used up by one; null when none waits.</summary>
    public Fault? TakeShape(string call) => Take(call, isShape: true);

    public void Clear()
    {
        lock (access)
        {
            waiting.Clear();
        }
    }

    private Fault? Take(string call, bool isShape)
    {
        lock (access)
        {
            var index = waiting.FindIndex(fault => fault.IsShape == isShape && call.Contains(fault.Match, StringComparison.Ordinal));
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
