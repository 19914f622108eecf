using System.Diagnostics.Metrics;

namespace Cortex.Diagnostics;

/// <summary>What operators watch of runs and of the backlog.</summary>
internal sealed class RunInstruments
{
    private readonly Counter<long> _runs;
    private readonly Histogram<double> _duration;
    private long _pending;

    public RunInstruments(IMeterFactory meters)
    {
        var meter = meters.Create("Cortex");
        _runs = meter.CreateCounter<long>("cortex_runs", description: "Runs that ended, by status.");
        _duration = meter.CreateHistogram<double>("cortex_run_duration_seconds", description: "From the start of a run to its end, in seconds.");
        meter.CreateObservableGauge("cortex_events_pending", () => Volatile.Read(ref _pending), description: "Events accepted and not processed yet, as of the last recovery sweep of this silo.");
    }

    public void OnRunEnded(string status, TimeSpan duration)
    {
        _runs.Add(1, new KeyValuePair<string, object?>("status", status));
        _duration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("status", status));
    }

    public void OnPendingCounted(long count) => Volatile.Write(ref _pending, count);
}
