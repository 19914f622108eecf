using Cortex.Cli.Instances;
using Cortex.Cli.Local;

namespace Cortex.Cli.Cluster;

/// <summary>A silo or an API as a process of its own.</summary>
internal sealed class Member : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    /// <summary>More than a process takes to finish what it has begun (<see cref="Hosting.ClusterTimings.ShutdownTimeout"/>).</summary>
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(45);

    private readonly ChildProcess _process;
    private readonly MemberStart _start;
    private readonly IDisposable _log;

    private Member(MemberStart start, ChildProcess process, IDisposable log) => (_start, _process, _log) = (start, process, log);

    public int ProcessId => _process.ProcessId;

    public Task<int> Exited => _process.Exited;

    public string Role => _start.Role;

    public string Url => _start.Url;

    /// <summary>Starts a member.</summary>
    /// <param name="start">What it is.</param>
    /// <param name="instance">The copy of Cortex that it belongs to; keeps its log.</param>
    /// <param name="environment">Where the parts are that it uses.</param>
    /// <param name="further">Set in its environment before all that; null removes.</param>
    /// <param name="onLine">Receives each line that it prints, too.</param>
    public static async Task<Member> StartAsync(
        MemberStart start, Instance instance, LocalEnvironment environment, IReadOnlyDictionary<string, string?>? further = null, Action<string>? onLine = null)
    {
        var log = ChildLog.Open(instance.File("logs", $"{start.Name}.log"));
        var variables = environment.Added.Concat(start.Environment).Append(new(Instance.Variable, instance.Directory));
        var forChild = new Dictionary<string, string?>(further ?? new Dictionary<string, string?>());
        foreach (var (name, value) in variables)
        {
            forChild[name] = value;
        }

        return new(start, await ChildProcess.StartAsync(DotnetProgram.Start(start.Name, start.Assembly, forChild, Keep) with { NetworkNamespace = start.NetworkNamespace }), log);

        void Keep(string line)
        {
            log.Information("{Line:l}", line);
            onLine?.Invoke(line);
        }
    }

    /// <summary>Waits until the member serves.</summary>
    public Task WaitUntilServingAsync(CancellationToken cancellationToken) =>
        _process.WaitUntilReadyAsync(Poll.UntilAsync(token => Health.IsHealthyAsync(_start.HealthUrl, token), StartLimit, cancellationToken), StartLimit, cancellationToken);

    /// <summary>Sends the member a signal; one that has ended gets none.</summary>
    public void Send(Signal signal) => _process.Send(signal);

    public Task StopAsync() => _process.StopAsync((Signal.Terminate, StopGrace));

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _process.DisposeAsync();
        _log.Dispose();
    }
}
