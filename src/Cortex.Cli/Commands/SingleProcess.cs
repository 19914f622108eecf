using Cortex.Api;
using Cortex.Hosting;
using Cortex.Silo;

namespace Cortex.Cli.Commands;

/// <summary>API and silo in one process: a cluster by itself, or a member of a greater one where there is a Redis.</summary>
internal static class SingleProcess
{
    public static WebApplication Build(CortexSettings settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.AddCortexLogging(settings.LogLevel);
        builder.AddManagement(settings, settings.Port);
        builder.AddCortexSilo(settings);
        builder.AddCortexApi(settings);
        var app = builder.Build();
        app.MapManagement(settings);
        app.MapCortexApi(settings);
        return app;
    }
}
