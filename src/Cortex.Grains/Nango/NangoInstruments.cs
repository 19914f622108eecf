using System.Diagnostics.Metrics;

namespace Cortex.Nango;

/// <summary>Counts what becomes of calls to Nango.</summary>
internal sealed class NangoInstruments
{
    private readonly Counter<long> _requests;
    private int _left = -1;

    public NangoInstruments(IMeterFactory meters)
    {
        var meter = meters.Create("Cortex");
        _requests = meter.CreateCounter<long>("cortex_nango_requests", description: "Calls to Nango, by outcome.");
        meter.CreateObservableGauge("cortex_nango_budget_left", Left, description: "Calls that Nango's window of a minute still allows the account, as of the last lease of this silo.");
    }

    /// <summary>An answer came; what it was worth is the failure made of it, if any.</summary>
    public void OnAnswered(NangoReply reply, NangoException? failure) => Count(failure switch
    {
        null => reply.IsSuccess ? "ok" : "provider_error",
        _ when reply.Status == 429 => "rate_limited",
        { Kind: NangoFailure.Unavailable } => "unavailable",
        _ => "refused",
    });

    /// <summary>No answer came.</summary>
    public void OnUnanswered() => Count("unavailable");

    /// <summary>The call did not go out: the account's limit has no call for it now.</summary>
    public void OnHeldBack() => Count("budget");

    /// <summary>Calls were shared out; null while no limit is known.</summary>
    public void OnLeased(int? left) => Volatile.Write(ref _left, left ?? -1);

    private IEnumerable<Measurement<int>> Left() => Volatile.Read(ref _left) is >= 0 and var left ? [new(left)] : [];

    private void Count(string outcome) => _requests.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
}
