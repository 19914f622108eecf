using Cortex.Hosting;
using Cortex.Silo;
using Microsoft.Extensions.DependencyInjection;

namespace Cortex.Grains.Tests;

/// <summary>A silo as a cluster in this process has it: all that the program has but Redis, with shorter times.</summary>
internal static class TestSilo
{
    public static CortexSettings Settings(string databaseUrl, int sandboxPort, string nangoKey) => SettingsReader.Read(name => name switch
    {
        "DATABASE_URL" => databaseUrl,
        "FIREBASE_PROJECT_ID" => "cortex-sandbox",
        "NANGO_SECRET_KEY" => nangoKey,
        "NANGO_BASE_URL" => $"http://127.0.0.1:{sandboxPort}",
        _ => null,
    });

    public static void Add(ISiloBuilder silo, CortexSettings settings, Func<GrainSettings, GrainSettings> shorten)
    {
        silo.Services.AddGrainServices(settings);
        silo.AddPersistence();
        var made = (GrainSettings)silo.Services.Last(service => service.ServiceType == typeof(GrainSettings)).ImplementationInstance!;
        silo.Services.AddSingleton(shorten(made) with { DeliveryTries = new(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1)) });
        silo.Services.AddRecovery();
    }
}
