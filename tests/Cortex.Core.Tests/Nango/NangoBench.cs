using Cortex.Core.Tests.Support;
using Cortex.Model;
using Cortex.Nango;
using Cortex.Storage;
using Cortex.Storage.Model;
using Cortex.Tools;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cortex.Core.Tests.Nango;

/// <summary>Nango's client, registered as a host registers it, before a server that plays Nango.</summary>
public sealed class NangoBench : IAsyncDisposable
{
    public const string SecretKey = "8d0c3c52-54b8-4a65-9c0e-6f2f8a1d7b90";

    public static readonly DateTimeOffset Now = new(2026, 8, 21, 19, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider _services;

    private NangoBench(LoopbackServer server, ServiceProvider services, LogLines log) => (Server, _services, Log) = (server, services, log);

    public LoopbackServer Server { get; }

    public LogLines Log { get; }

    public IServiceProvider Services => _services;

    public INangoClient Client => _services.GetRequiredService<INangoClient>();

    public static async Task<NangoBench> StartAsync(Action<NangoOptions>? configure = null, Action<IServiceCollection>? register = null, TimeProvider? time = null)
    {
        var server = await LoopbackServer.StartAsync();
        var log = new LogLines();
        var services = new ServiceCollection();
        register?.Invoke(services);
        services
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log))
            .AddSingleton(time ?? new FixedClock(Now))
            .AddNango(options =>
            {
                options.SecretKey = SecretKey;
                options.BaseUrl = server.Address;
                options.RetryDelay = TimeSpan.FromMilliseconds(1);
                configure?.Invoke(options);
            })
            .AddStorage("postgresql://nobody@127.0.0.1:1/none") // the tools' tables; nothing here connects to it
            .AddSingleton<ModelUsageStore>()
            .AddModel(GroqSettings.None)
            .AddTools();
        return new(server, services.BuildServiceProvider(), log);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
    }
}
