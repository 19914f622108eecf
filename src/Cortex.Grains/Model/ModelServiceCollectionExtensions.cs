using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cortex.Model;

/// <summary>Registers the language model.</summary>
public static class ModelServiceCollectionExtensions
{
    /// <summary>A program or a step's text; a multiple of the largest answer that is asked for.</summary>
    private const int AnswerBytesMax = 4 * 1024 * 1024;

    private static readonly TimeSpan SocketLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Adds <see cref="ILanguageModel"/> over the settings given; without a key it answers that there is none.</summary>
    public static IServiceCollection AddModel(this IServiceCollection services, GroqSettings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.AddHttpClient(ChatTransport.HttpClientName)
            .RemoveAllLoggers()
            .ConfigureHttpClient(client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.MaxResponseContentBufferSize = AnswerBytesMax;
            })
            .UseSocketsHttpHandler((handler, _) =>
            {
                handler.AllowAutoRedirect = false;
                handler.AutomaticDecompression = DecompressionMethods.All;
                handler.PooledConnectionLifetime = SocketLifetime;
                handler.UseCookies = false;
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        services.AddSingleton(settings);
        services.TryAddSingleton<RateLimitGate>();
        services.TryAddSingleton<GroqInstruments>();
        services.TryAddSingleton<ILanguageModel, GroqModel>();
        return services;
    }
}
