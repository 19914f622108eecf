using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cortex.Compilation;

/// <summary>Builds the compiler beside the start of a silo, which takes some seconds of a cold process: nobody waits for it with their first prompt.</summary>
internal sealed class CompilerPreparation(IServiceProvider services) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(services.GetRequiredService<IProgramCompiler>, stoppingToken);
}
