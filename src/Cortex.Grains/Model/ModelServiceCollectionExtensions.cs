using System.Net;
using Cortex.Compilation;
using Cortex.Compilation.Model;
using Cortex.Compilation.Model.Examples;
using Cortex.Model.Rates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cortex.Model;

/// <summary>Registers the language model.</summary>
public static class ModelServiceCollectionExtensions
{
    /// <summary>A program or a step's text; a multiple of the largest answer that is asked for.</summary>
    private const int AnswerBytesMax = 4 * 1024 * 1024;

    private static readonly TimeSpan SocketLifetime = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Adds <see cref="ILanguageModel"/> over the settings given, and the prompt reader that asks it. Call it after the compiler is registered: readers are asked in that order.
    /// Without a key it answers that there is no model.
    /// </summary>
    public static IServiceCollection AddModel(this IServiceCollection services, GroqSettings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.AddHttpClient(ChatTransport.HttpClientName)
            .RemoveAllLoggers()
            .AddHttpMessageHandler(provider => new RateNoticeHandler(provider.GetRequiredService<IModelGate>()))
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
        services.TryAddSingleton<IModelGate, ModelGate>();
        services.TryAddSingleton<ModelHealth>();
        services.TryAddSingleton<GroqInstruments>();
        services.TryAddSingleton<ILanguageModel, GroqModel>();
        services.TryAddSingleton<ModelDirectory>();
        services.TryAddSingleton<SchemaProbe>();
        services.TryAddSingleton<ModelUsageBook>();
        services.AddHybridCache();
        services.TryAddSingleton<CompilerQuestions>();
        services.TryAddSingleton<IPromptExamples, PromptExamples>();
        services.TryAddSingleton<AnswerReader>();
        services.TryAddSingleton<CompilationCache>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPromptReader, ModelReader>());
        return services;
    }

    /// <summary>Shares what the model's account may use among all silos. Call it before <see cref="AddModel"/>, in a silo.</summary>
    public static IServiceCollection AddSharedModelGate(this IServiceCollection services) => services.AddSingleton<IModelGate>(provider =>
        ActivatorUtilities.CreateInstance<SharedModelGate>(provider, () => provider.GetRequiredService<IGrainFactory>().LanguageModel()));

    /// <summary>Has a silo look at its start whether the model is there and is of use, and tell all silos what it finds. Call it after the silo is registered.</summary>
    public static IServiceCollection AddModelCheck(this IServiceCollection services) => services.AddHostedService<ModelCheck>().AddHostedService<ModelStatusReporter>();
}
