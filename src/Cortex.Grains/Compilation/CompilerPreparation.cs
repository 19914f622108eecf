using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cortex.Compilation;

/// <summary>
/// Builds the compiler beside the start of a silo, which takes a second or two of a cold process, and more where others need the processors. Webhooks are received meanwhile;
/// the start ends when the compiler is there, so that nobody waits for it with their first prompt.
/// </summary>
internal sealed class CompilerPreparation(IServiceProvider services) : IHostedLifecycleService
{
    private Task _building = Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _building = Task.Run(services.GetRequiredService<IProgramCompiler>, cancellationToken);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => _building.WaitAsync(cancellationToken);

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
