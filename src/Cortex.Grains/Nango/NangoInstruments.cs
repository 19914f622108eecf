using System.Diagnostics.Metrics;

namespace Cortex.Nango;

/// <summary>Counts what becomes of calls to Nango.</summary>
internal sealed class NangoInstruments(IMeterFactory meters)
{
    private readonly Counter<long> _requests =
        meters.Create("Cortex").CreateCounter<long>("cortex_nango_requests", description: "Calls to Nango, by outcome.");

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

    private void Count(string outcome) => _requests.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
}
