using System.Net;
using Cortex.Nango.Budget;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Timeout;

namespace Cortex.Nango;

/// <summary>The HTTP clients of this feature: what is repeated, what is timed and when a circuit opens.</summary>
internal static class NangoHttp
{
    /// <summary>Calls that may be sent again without harm: reads, and deletions by name.</summary>
    public const string Repeatable = "nango-repeatable";

    /// <summary>Calls that go out once: everything through the proxy, and what makes something at Nango.</summary>
    public const string Once = "nango-once";

    /// <summary>The header that names an integration, and so the circuit: one provider's outage must not stop calls to another.</summary>
    public const string ProviderConfigKeyHeader = "Provider-Config-Key";

    /// <summary>The header that names a connection of the integration.</summary>
    public const string ConnectionIdHeader = "Connection-Id";

    private static readonly TimeSpan CircuitSampling = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan SocketLifetime = TimeSpan.FromMinutes(5);

    public static void AddNangoHttp(this IServiceCollection services)
    {
        services.AddTransient<NangoBudgetHandler>();
        var repeatable = services.AddNangoHttpClient(Repeatable);
        repeatable.AddResilienceHandler(Repeatable, (pipeline, context) =>
        {
            var options = Options(context.ServiceProvider, pipeline);
            pipeline
                .AddRetry(new HttpRetryStrategyOptions
                {
                    MaxRetryAttempts = options.RetriesMax,
                    Delay = options.RetryDelay,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    ShouldHandle = arguments => ValueTask.FromResult(IsPassing(arguments.Outcome)),
                })
                .AddTimeout(new HttpTimeoutStrategyOptions { Timeout = options.AttemptTime });
        });
        repeatable.AddHttpMessageHandler<NangoBudgetHandler>();

        var once = services.AddNangoHttpClient(Once);
        once.AddResilienceHandler(Once, (pipeline, context) =>
            {
                var options = Options(context.ServiceProvider, pipeline);
                pipeline
                    .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
                {
                    FailureRatio = 0.8,
                    MinimumThroughput = options.CircuitCallsMin,
                    SamplingDuration = CircuitSampling,
                    BreakDuration = options.CircuitBreak,
                    ShouldHandle = arguments => ValueTask.FromResult(IsPassing(arguments.Outcome)),
                })
                .AddTimeout(new HttpTimeoutStrategyOptions { Timeout = options.ProviderCallTime });
            })
            .SelectPipelineBy(_ => request => request.Headers.TryGetValues(ProviderConfigKeyHeader, out var keys) ? string.Concat(keys) : string.Empty);
    }

    private static IHttpClientBuilder AddNangoHttpClient(this IServiceCollection services, string name) => services
        .AddHttpClient(name)
        // Addresses hold cursors and the ids of connections and mails, which do not belong into logs.
        .RemoveAllLoggers()
        .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
        .UseSocketsHttpHandler((handler, provider) =>
        {
            handler.AllowAutoRedirect = false;
            handler.AutomaticDecompression = DecompressionMethods.All;
            // Calls that go out once wait for a connection before their time begins; this is the bound of the others.
            handler.MaxConnectionsPerServer = name == Once ? int.MaxValue : provider.GetRequiredService<IOptions<NangoOptions>>().Value.SocketsMax;
            handler.PooledConnectionLifetime = SocketLifetime;
            handler.UseCookies = false;
        })
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan);

    private static NangoOptions Options(IServiceProvider services, ResiliencePipelineBuilder<HttpResponseMessage> pipeline)
    {
        pipeline.TimeProvider = services.GetRequiredService<TimeProvider>();
        return services.GetRequiredService<IOptions<NangoOptions>>().Value;
    }

    /// <summary>
    /// Failures that pass: no answer, or a 5xx. A 429 is not among them: it comes from a budget of a minute that the whole account shares,
    /// so the caller is told at once, and how long to wait.
    /// </summary>
    private static bool IsPassing(Outcome<HttpResponseMessage> outcome) =>
        outcome.Result is { StatusCode: >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout }
        || outcome.Exception is HttpRequestException or TimeoutRejectedException;
}
