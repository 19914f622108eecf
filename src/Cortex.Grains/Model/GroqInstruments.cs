using System.Diagnostics.Metrics;

namespace Cortex.Model;

/// <summary>Counts what becomes of requests to the model.</summary>
internal sealed class GroqInstruments(IMeterFactory meters)
{
    private readonly Counter<long> _requests =
        meters.Create("Cortex").CreateCounter<long>("cortex_groq_requests", description: "Requests to the language model, by outcome and purpose.");

    public void OnEnded(ModelOutcome outcome, string purpose) => _requests.Add(
        1, new KeyValuePair<string, object?>("outcome", NameOf(outcome)), new KeyValuePair<string, object?>("purpose", purpose));

    private static string NameOf(ModelOutcome outcome) => outcome switch
    {
        ModelOutcome.Ok => "ok",
        ModelOutcome.RateLimited => "rate_limited",
        ModelOutcome.TimedOut => "timeout",
        ModelOutcome.Rejected => "rejected",
        ModelOutcome.TooLarge => "too_large",
        ModelOutcome.Malformed => "malformed",
        ModelOutcome.Cut => "cut",
        _ => "error",
    };
}
