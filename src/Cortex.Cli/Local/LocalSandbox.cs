using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cortex.Cli.Local;

/// <summary>The sandbox in a process of its own.</summary>
internal sealed class LocalSandbox : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(10);

    private readonly ChildProcess _process;

    private LocalSandbox(ChildProcess process) => _process = process;

    public int ProcessId => _process.ProcessId;

    public Task<int> Exited => _process.Exited;

    /// <summary>Starts the sandbox with the environment given and waits until it says that it is ready.</summary>
    public static async Task<LocalSandbox> StartAsync(IReadOnlyDictionary<string, string?> environment, Action<string> onLine, CancellationToken cancellationToken)
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = await ChildProcess.StartAsync(DotnetProgram.Start("the sandbox", "Cortex.Sandbox.dll", environment, line =>
        {
            if (IsReady(line))
            {
                ready.TrySetResult();
            }

            onLine(line);
        }));
        try
        {
            await process.WaitUntilReadyAsync(ready.Task, StartLimit, cancellationToken);
            return new(process);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _process.StopAsync((Signal.Terminate, StopGrace));
        await _process.DisposeAsync();
    }

    private static bool IsReady(string line)
    {
        try
        {
            return line.StartsWith('{') && JsonNode.Parse(line) is JsonObject said && said["ready"]?.GetValueKind() == JsonValueKind.True;
        }
        catch (JsonException)
        {
            return false; // half a line of a process that died while it wrote
        }
    }
}
