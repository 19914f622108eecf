using System.Text.Json;
using Cortex.Compilation;
using Cortex.Core.Tests.Support;
using Cortex.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cortex.Core.Tests.Model;

/// <summary>The compiler with a model behind it, registered as a host registers it, before a server that plays the model.</summary>
internal sealed class ModelBench : IAsyncDisposable
{
    /// <summary>The schema of <see cref="AskAsync"/>.</summary>
    public static readonly JsonElement Schema = JsonElement.Parse(
        """{"type":"object","properties":{"word":{"anyOf":[{"type":"string"},{"type":"null"}]}},"required":["word"],"additionalProperties":false}""");

    private readonly ServiceProvider _services;

    private ModelBench(LoopbackServer server, ServiceProvider services, LogLines log) => (Server, _services, Log) = (server, services, log);

    public LoopbackServer Server { get; }

    public LogLines Log { get; }

    public ILanguageModel Model => _services.GetRequiredService<ILanguageModel>();

    public IServiceProvider Services => _services;

    public static async Task<ModelBench> StartAsync(string? apiKey = "gsk_secret", decimal? inputPrice = null, decimal? outputPrice = null, TimeProvider? time = null, string model = GroqSettings.DefaultModel, TimeSpan? compileBudget = null)
    {
        var server = await LoopbackServer.StartAsync();
        var log = new LogLines();
        var settings = new GroqSettings(apiKey, new Uri($"{server.Address}/openai/v1"), model, inputPrice, outputPrice)
        {
            CompileBudget = compileBudget ?? GroqSettings.None.CompileBudget,
        };
        var services = new ServiceCollection()
            .AddSingleton(time ?? TimeProvider.System)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log))
            .AddCompilation()
            .AddModel(settings);
        return new(server, services.BuildServiceProvider(), log);
    }

    /// <summary>What operators are told of the model; empty if nothing is wrong with it.</summary>
    public string Problem => _services.GetRequiredService<ModelHealth>().Status.Problem ?? string.Empty;

    public Task<ModelReply> AskAsync(double seconds = 5, ModelPriority priority = ModelPriority.Run) => Model.AskAsync(
        new ModelQuestion("test", "Say a word.", """{"text":"the data"}""", "word", Schema, 100, TimeSpan.FromSeconds(seconds), priority),
        TestContext.Current.CancellationToken);

    public Task<CompileResult> CompileAsync(string prompt) =>
        _services.GetRequiredService<IProgramCompiler>().CompileAsync(prompt, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
    }
}
