using Cortex.Compilation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cortex.Core.Tests.Compilation;

public class CompilerPreparationTests
{
    [Fact]
    public async Task AHost_BuildsItsCompiler_WithoutAPrompt_AndWithoutWaitingForIt()
    {
        var isAsked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var mayBeBuilt = new SemaphoreSlim(0);
        using var host = new HostBuilder().ConfigureServices(services => services
            .AddSingleton<IProgramCompiler>(_ =>
            {
                isAsked.SetResult();
                mayBeBuilt.Wait(TestContext.Current.CancellationToken);
                return null!;
            })
            .AddCompilerPreparation()).Build();

        await host.StartAsync(TestContext.Current.CancellationToken);
        await isAsked.Task.WaitAsync(TestContext.Current.CancellationToken);

        mayBeBuilt.Release();
        await host.StopAsync(TestContext.Current.CancellationToken);
    }
}
