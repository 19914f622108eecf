using System.Net;
using Cortex.Sandbox.Control;
using Cortex.Sandbox.Firebase;
using Cortex.Sandbox.Forwards;
using Cortex.Sandbox.Hosting;
using Cortex.Sandbox.Json;
using Cortex.Sandbox.Model;
using Cortex.Sandbox.Nango;
using Cortex.Sandbox.Sessions;
using Cortex.Sandbox.Storage;

namespace Cortex.Sandbox;

/// <summary>The whole sandbox as a web application that has not started yet: for its own program, the launcher and tests.</summary>
public static class SandboxApplication
{
    /// <summary>Nango takes bodies up to this size.</summary>
    private const long BodyBytesMax = 75L << 20;

    private static readonly TimeSpan ShutdownMax = TimeSpan.FromSeconds(2);

    public static WebApplication Build(SandboxOptions options) => Build(options, TimeProvider.System);

    /// <summary>With a clock of the caller's choice, which every wait, stamp and token follows.</summary>
    public static WebApplication Build(SandboxOptions options, TimeProvider time)
    {
        if (SandboxOptionsValidator.Faults(options).ToArray() is { Length: > 0 } faults)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, faults), nameof(options));
        }

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });

        // All settings are in the options; ASPNETCORE_URLS and its like belong to the process that hosts the sandbox.
        builder.Configuration.Sources.Clear();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, options.Port);
            kestrel.Limits.MaxRequestBodySize = BodyBytesMax;
            kestrel.AddServerHeader = false;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownMax);
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = SandboxJson.Options.Encoder;
            json.SerializerOptions.UnmappedMemberHandling = SandboxJson.Options.UnmappedMemberHandling;
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
        });
        builder.Services.AddSandboxLogging(options);
        builder.Services.AddSandbox(options, time);

        var app = builder.Build();
        app.Services.GetRequiredService<Journal>().Replay(app.Services.GetServices<IJournaled>());
        app.UseMiddleware<BadRequestMiddleware>();
        app.UseCors();
        app.UseWebSockets();
        app.MapOverview();
        app.MapFirebase();
        app.MapConnectionControl();
        app.MapConnectionLifeControl();
        app.MapEnvironmentControl();
        app.MapItemControl();
        app.MapSyncFailureControl();
        app.MapSalesforceControl();
        app.MapCallControl();
        app.MapEffectControl();
        app.MapRateLimitControl();
        app.MapFaultControl();
        app.MapWebhookControl();
        app.MapModel();
        app.MapSessionControl();
        app.MapSessionRoutes();
        app.MapIntegrations();
        app.MapConnectDialog();
        app.MapOAuth();
        app.MapForwards();
        app.MapNango();
        return app;
    }
}
