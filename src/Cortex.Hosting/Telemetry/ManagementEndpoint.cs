using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;

namespace Cortex.Hosting;

/// <summary>The management port: metrics in Prometheus' text format, for operators, not for the world.</summary>
public static class ManagementEndpoint
{
    /// <summary>The meter that every metric of Cortex belongs to.</summary>
    public const string MeterName = "Cortex";

    /// <summary>Upper bounds in seconds of the histograms' buckets; 0.2 and 0.5 are the webhook's target and its alert.</summary>
    private static readonly double[] SecondsBounds = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60];

    /// <summary>Collects the metrics of Cortex and listens on the management port, besides the ports given.</summary>
    public static WebApplicationBuilder AddManagement(this WebApplicationBuilder builder, CortexSettings settings, params int[] otherPorts)
    {
        builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter(MeterName)
            .AddView("*duration*", new ExplicitBucketHistogramConfiguration { Boundaries = SecondsBounds })
            .AddPrometheusExporter());
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            foreach (var port in otherPorts.Append(settings.ManagementPort))
            {
                Action<int> listen = settings.ListensOnAnyAddress ? kestrel.ListenAnyIP : kestrel.ListenLocalhost;
                listen(port);
            }
        });
        return builder;
    }

    /// <summary>Serves <c>/metrics</c> to requests that came in through the management port.</summary>
    public static void MapManagement(this WebApplication app, CortexSettings settings) =>
        app.UseOpenTelemetryPrometheusScrapingEndpoint(context => context.Connection.LocalPort == settings.ManagementPort && context.Request.Path == "/metrics");
}
