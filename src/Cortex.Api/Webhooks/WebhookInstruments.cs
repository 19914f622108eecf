using System.Diagnostics.Metrics;
using Cortex.Hosting;

namespace Cortex.Api.Webhooks;

/// <summary>What is measured of webhooks. The exporter adds <c>_total</c> to the names of counters.</summary>
internal sealed class WebhookInstruments(IMeterFactory meters)
{
    private readonly Counter<long> _webhooks =
        meters.Create(ManagementEndpoint.MeterName).CreateCounter<long>("cortex_webhooks", description: "Webhooks received, by outcome.");

    private readonly Histogram<double> _duration =
        meters.Create(ManagementEndpoint.MeterName).CreateHistogram<double>("cortex_webhook_duration_seconds", "s", "From a webhook's first byte read to its answer, by outcome.");

    private readonly Counter<long> _nudges =
        meters.Create(ManagementEndpoint.MeterName).CreateCounter<long>("cortex_nudges", description: "Hints to the grains of connections that an event waits, by outcome; what a lost hint was for is found by recovery.");

    public void OnReceived(string outcome, TimeSpan elapsed)
    {
        var tag = new KeyValuePair<string, object?>("outcome", outcome);
        _webhooks.Add(1, tag);
        _duration.Record(elapsed.TotalSeconds, tag);
    }

    public void OnNudged(string outcome) => _nudges.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
}
