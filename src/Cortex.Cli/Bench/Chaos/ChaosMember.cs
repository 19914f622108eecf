using Cortex.Cli.Cluster;
using Cortex.Cli.Local;

namespace Cortex.Cli.Bench.Chaos;

/// <summary>A place in the cluster, and the process that fills it at the moment.</summary>
/// <param name="start">What fills it; every process of the place has the same ports.</param>
/// <param name="launch">Starts a process.</param>
internal sealed class ChaosMember(MemberStart start, Func<MemberStart, Task<Member>> launch) : IAsyncDisposable
{
    /// <summary>How long an orchestrator takes to start a member again that ended by itself.</summary>
    private static readonly TimeSpan ReplacedAfter = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _changing = new(1);
    private Member? _member;
    private bool _isFrozen;
    private bool _isClosed;

    public string Name => start.Name;

    public Uri Url => new(start.Url);

    public bool IsRunning => _member is { Exited.IsCompleted: false } && !_isFrozen;

    /// <summary>Told of each process that ended without having been killed, with its exit code.</summary>
    public Action<string, int> OnEnded { get; init; } = (_, _) => { };

    /// <summary>Whether such a process is replaced.</summary>
    public bool IsReplaced { get; init; }

    /// <summary>Starts a process, unless one is there.</summary>
    public async Task StartAsync()
    {
        await _changing.WaitAsync();
        try
        {
            if (_isClosed || _member is { Exited.IsCompleted: false })
            {
                return;
            }

            if (_member is not null)
            {
                await _member.DisposeAsync();
            }

            _member = await launch(start);
            _ = WatchAsync(_member);
        }
        finally
        {
            _changing.Release();
        }
    }

    public Task WaitUntilServingAsync(CancellationToken cancellationToken) => _member?.WaitUntilServingAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>Ends the process without any warning.</summary>
    public async Task KillAsync()
    {
        await _changing.WaitAsync();
        try
        {
            if (_member is { } member)
            {
                _member = null;
                member.Send(Signal.Kill);
                await member.Exited;
                await member.DisposeAsync();
            }
        }
        finally
        {
            _changing.Release();
        }
    }

    public void Freeze()
    {
        _isFrozen = true;
        _member?.Send(Signal.Stop);
    }

    public void Thaw()
    {
        _member?.Send(Signal.Continue);
        _isFrozen = false;
    }

    public async ValueTask DisposeAsync()
    {
        _isClosed = true;
        Thaw();
        await _changing.WaitAsync();
        if (_member is { } member)
        {
            await member.DisposeAsync();
        }

        _changing.Dispose();
    }

    private async Task WatchAsync(Member member)
    {
        var exitCode = await member.Exited;
        if (_member != member || _isClosed)
        {
            return;
        }

        OnEnded(Name, exitCode);
        if (IsReplaced)
        {
            await Task.Delay(ReplacedAfter, TimeProvider.System);
            await StartAsync();
        }
    }
}
