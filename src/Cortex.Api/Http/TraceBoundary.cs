using System.Diagnostics;

namespace Cortex.Api.Http;

/// <summary>Begins a trace of our own with every HTTP request. What a caller says about traces is outside of any signature, and Nango passes on what providers sent it.</summary>
/// <remarks>Between our own processes traces are carried on as ever: Orleans uses the same propagator.</remarks>
internal sealed class TraceBoundary(DistributedContextPropagator inner) : DistributedContextPropagator
{
    public override IReadOnlyCollection<string> Fields => inner.Fields;

    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter) => inner.Inject(activity, carrier, setter);

    public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState)
    {
        (traceId, traceState) = (null, null);
        if (carrier is not IHeaderDictionary)
        {
            inner.ExtractTraceIdAndState(carrier, getter, out traceId, out traceState);
        }
    }

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) =>
        carrier is IHeaderDictionary ? null : inner.ExtractBaggage(carrier, getter);
}
