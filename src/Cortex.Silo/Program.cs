using Cortex.Hosting;
using Cortex.Silo;
using Cortex.Storage.Migrations;

return await CortexHost.RunAsync(async (settings, cancellationToken) =>
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddCortexLogging(settings.LogLevel);
    builder.AddManagement(settings);
    builder.AddCortexSilo(settings);
    var app = builder.Build();
    app.MapManagement(settings);
    app.MapLiveness();
    await Dependency.UseAsync("PostgreSQL", () => Migrator.ApplyAsync(settings.DatabaseUrl, app.Logger, cancellationToken), app.Logger, TimeProvider.System, cancellationToken);
    await Dependency.RedisAsync(settings.RedisUrl, app.Logger, TimeProvider.System, cancellationToken);
    return app;
});
