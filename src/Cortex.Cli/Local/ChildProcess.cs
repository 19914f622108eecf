using System.Diagnostics;

namespace Cortex.Cli.Local;

/// <summary>A process that this one started, and that ends with it.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    /// <summary>Lines kept of what a child printed last, for the message when it fails.</summary>
    public const int TailLinesMax = 30;

    /// <summary>How long a child may take to end once it was sent the signal that cannot be refused.</summary>
    private static readonly TimeSpan KillGrace = TimeSpan.FromSeconds(5);

    /// <summary>How long the last lines of a child that has ended are waited for; what it started may hold its output open.</summary>
    private static readonly TimeSpan TailGrace = TimeSpan.FromSeconds(1);

    private readonly ChildStart _start;
    private readonly Process _process;
    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _outputsClosed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _openOutputs = 2;
    private readonly Queue<string> _tail = new();
    private readonly Lock _tailLock = new();

    private ChildProcess(ChildStart start)
    {
        _start = start;
        var command = start.CommandLine();
        var info = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = start.WorkingDirectory,
        };
        foreach (var (name, value) in start.Environment)
        {
            info.Environment[name] = value;
        }

        _process = new Process { StartInfo = info, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => OnLine(line.Data);
        _process.ErrorDataReceived += (_, line) => OnLine(line.Data);
        _process.Exited += (_, _) => _exited.TrySetResult(_process.ExitCode);
    }

    public string Name => _start.Name;

    public int ProcessId { get; private set; }

    /// <summary>Completes with the exit code; does not wait for what the child itself started.</summary>
    public Task<int> Exited => _exited.Task;

    /// <summary>What the child printed last.</summary>
    public async Task<string> TailAsync()
    {
        if (Exited.IsCompleted)
        {
            await Task.WhenAny(_outputsClosed.Task, Task.Delay(TailGrace, TimeProvider.System, CancellationToken.None));
        }

        lock (_tailLock)
        {
            return string.Join(Environment.NewLine, _tail);
        }
    }

    public static async Task<ChildProcess> StartAsync(ChildStart start)
    {
        var child = new ChildProcess(start);
        try
        {
            await Spawner.StartAsync(child._process);
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            throw new LocalException($"{start.Name} cannot be started: {e.Message}", e);
        }

        child.ProcessId = child._process.Id;
        child._process.StandardInput.Close();
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="LocalException">It failed; the message ends with what it printed.</exception>
    public static async Task RunAsync(ChildStart start, CancellationToken cancellationToken)
    {
        await using var child = await StartAsync(start);
        var exitCode = await child.Exited.WaitAsync(cancellationToken);
        if (exitCode != 0)
        {
            throw new LocalException($"{start.Name} failed with exit code {exitCode}:{Environment.NewLine}{await child.TailAsync()}");
        }
    }

    /// <summary>Waits until a child shows that it can be used.</summary>
    /// <exception cref="LocalException">It ended before, or took too long; the message ends with what it printed.</exception>
    public async Task WaitUntilReadyAsync(Task ready, TimeSpan limit, CancellationToken cancellationToken)
    {
        var first = await Task.WhenAny(ready, Exited, Task.Delay(limit, TimeProvider.System, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        if (first != ready)
        {
            var what = Exited.IsCompleted ? $"ended with exit code {await Exited}" : $"was not ready after {limit.TotalSeconds} s";
            throw new LocalException($"{Name} {what}:{Environment.NewLine}{await TailAsync()}");
        }
    }

    public void Send(Signal signal)
    {
        if (!Exited.IsCompleted)
        {
            Posix.Kill(ProcessId, signal);
        }
    }

    /// <summary>Asks with one signal after the other, each for as long as given, and then does not ask any more.</summary>
    public async Task StopAsync(params (Signal Signal, TimeSpan Grace)[] steps)
    {
        foreach (var (signal, grace) in steps.Append((Signal.Kill, KillGrace)))
        {
            Send(signal);
            if (await Task.WhenAny(Exited, Task.Delay(grace, TimeProvider.System, CancellationToken.None)) == Exited)
            {
                return;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process.Dispose();
    }

    private void OnLine(string? line)
    {
        if (line is null)
        {
            CloseOutput();
            return;
        }

        lock (_tailLock)
        {
            _tail.Enqueue(line);
            if (_tail.Count > TailLinesMax)
            {
                _tail.Dequeue();
            }
        }

        _start.OnLine?.Invoke(line);
    }

    private void CloseOutput()
    {
        if (Interlocked.Decrement(ref _openOutputs) == 0)
        {
            _outputsClosed.TrySetResult();
        }
    }
}
