using Cortex.Compilation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cortex.Core.Tests.Compilation;

public class CompilerPreparationTests
{
    [Fact]
    public async Task AHost_BuildsItsCompiler_WithoutAPrompt_AndHasStartedWhenItIsThere()
    {
        var isAsked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var mayBeBuilt = new SemaphoreSlim(0);
        using var host = new HostBuilder().ConfigureServices(services => services
            .AddSingleton<IProgramCompiler>(_ =>
            {
                isAsked.SetResult();
                mayBeBuilt.Wait(TestContext.Current.CancellationToken);
                return new NoCompiler();
            })
            .AddCompilerPreparation()).Build();

        var starting = host.StartAsync(TestContext.Current.CancellationToken);
        await isAsked.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.False(starting.IsCompleted);

        mayBeBuilt.Release();
        await starting;
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    private sealed class NoCompiler : IProgramCompiler
    {
        public Task<CompileResult> CompileAsync(string prompt, CompileOptions options, CancellationToken cancellationToken) => throw new InvalidOperationException("Nobody has a prompt.");
    }
}
