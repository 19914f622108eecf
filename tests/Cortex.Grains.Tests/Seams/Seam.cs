using System.Collections.Concurrent;

namespace Cortex.Grains.Tests.Seams;

/// <summary>One side of what a silo waits for. Its calls are listed by name, and one of the next calls of a name can be made to fail.</summary>
public sealed class Seam
{
    private readonly ConcurrentDictionary<string, int> _calls = new(StringComparer.Ordinal);
    private readonly Lock _access = new();
    private (string Call, int Left, SeamFault Fault, TaskCompletionSource Hit)? _next;

    /// <summary>The names of all calls so far, and how often each was made.</summary>
    public IReadOnlyDictionary<string, int> Calls => _calls;

    /// <summary>Has the next call of this name fail, or the second next, and so on.</summary>
    /// <returns>Ends when that call begins.</returns>
    public Task FailNext(string call, int nth, SeamFault fault)
    {
        lock (_access)
        {
            var hit = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _next = (call, nth, fault, hit);
            return hit.Task;
        }
    }

    /// <summary>A call is about to be made. How it fails; null: it does not.</summary>
    internal SeamFault? Take(string call)
    {
        _calls.AddOrUpdate(call, 1, (_, count) => count + 1);
        lock (_access)
        {
            if (_next is not { } next || next.Call != call)
            {
                return null;
            }

            if (next.Left > 1)
            {
                _next = next with { Left = next.Left - 1 };
                return null;
            }

            _next = null;
            next.Hit.SetResult();
            return next.Fault;
        }
    }
}
