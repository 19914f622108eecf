using System.Diagnostics;
using System.Text.Encodings.Web;
using Cortex.Api.Auth;
using Cortex.Api.Bodies;
using Cortex.Api.Cluster;
using Cortex.Api.Config;
using Cortex.Api.Console;
using Cortex.Api.Connections;
using Cortex.Api.DeadLetters;
using Cortex.Api.Diagnostics;
using Cortex.Api.Docs;
using Cortex.Api.Events;
using Cortex.Api.Health;
using Cortex.Api.Http;
using Cortex.Api.Jobs;
using Cortex.Api.Model;
using Cortex.Api.Me;
using Cortex.Api.Notifications;
using Cortex.Api.Problems;
using Cortex.Api.Runs;
using Cortex.Api.Streams;
using Cortex.Api.Units;
using Cortex.Api.Webhooks;
using Cortex.Hosting;
using Cortex.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Serilog;
using Serilog.Events;

namespace Cortex.Api;

/// <summary>Puts the REST API and the webhook into a host that is a silo or a client of the cluster.</summary>
public static class ApiHosting
{
    /// <summary>Registers what the API needs.</summary>
    public static WebApplicationBuilder AddCortexApi(this WebApplicationBuilder builder, CortexSettings settings)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(settings);
        services.AddStorage(settings.DatabaseUrl);
        services.AddFirebaseAuthentication(settings);
        services.AddFrontEndOrigins(settings);
        services.AddSingleton<ModelMonitor>();
        services.AddHealth(settings);
        services.AddWebhooks(settings);
        services.AddStreams();
        services.AddApiDocs();
        services.TryAddSingleton(_ => ConsoleFiles.Load());
        services.AddSingleton<ClusterGrains>();
        services.AddSingleton<DependencyInstruments>();
        services.AddExceptionHandler<ExceptionProblems>();
        services.AddSingleton<DistributedContextPropagator>(new TraceBoundary(DistributedContextPropagator.Current));
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(o => o.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping); // JSON is never put into HTML
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        return builder;
    }

    /// <summary>Maps every route.</summary>
    public static WebApplication MapCortexApi(this WebApplication app, CortexSettings settings)
    {
        app.UseSerilogRequestLogging(o =>
        {
            o.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
            o.GetLevel = (_, _, _) => LogEventLevel.Debug;
        });
        app.UseSecurityHeaders();
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(context => StatusSentences.ToProblem(context.HttpContext.Response.StatusCode, context.HttpContext.Request).ExecuteAsync(context.HttpContext));
        app.UseJsonContentType();
        app.UseRouting();
        app.UseConsole(settings);
        app.UseCors();
        app.UseAuthentication();
        app.UseAuthorization();

        app.MapHealth();
        app.MapWebhooks(settings);
        app.MapConfig();
        app.MapUnits();
        app.MapRehearsals();
        app.MapRuns();
        app.MapConnections();
        app.MapEvents();
        app.MapDeadLetters();
        app.MapJobs();
        app.MapNotifications();
        app.MapMe();
        app.MapStream();
        app.MapApiDocs();
        return app;
    }
}
