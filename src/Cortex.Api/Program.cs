using Cortex.Api;
using Cortex.Hosting;
using Cortex.Storage.Migrations;

return await CortexHost.RunAsync(async (settings, cancellationToken) =>
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddCortexLogging(settings.LogLevel);
    builder.AddManagement(settings, settings.Port);
    builder.AddCortexApi(settings);
    builder.AddClusterClient(settings);
    var app = builder.Build();
    app.MapManagement(settings);
    app.MapCortexApi(settings);
    await Dependency.UseAsync("PostgreSQL", () => Migrator.ApplyAsync(settings.DatabaseUrl, app.Logger, cancellationToken), app.Logger, TimeProvider.System, cancellationToken);
    return app;
});
