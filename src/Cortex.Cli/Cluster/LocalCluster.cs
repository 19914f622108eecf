using Cortex.Cli.Instances;
using Cortex.Hosting;

namespace Cortex.Cli.Cluster;

/// <summary>Silos and APIs on this machine. One that ends is reported and not replaced: that is an orchestrator's work.</summary>
internal sealed class LocalCluster(Instance instance, LocalEnvironment environment) : IAsyncDisposable
{
    private readonly List<Member> _members = [];
    private bool _stopping;

    /// <summary>Starts all members at once, and waits until each serves.</summary>
    public async Task StartAsync(int silos, int apis, CortexSettings settings, CancellationToken cancellationToken)
    {
        foreach (var start in Enumerable.Range(1, silos).Select(MemberStart.Silo).Concat(Enumerable.Range(1, apis).Select(number => Api(number, settings))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            _members.Add(await Member.StartAsync(start, instance, environment));
        }

        await Task.WhenAll(_members.Select(member => member.WaitUntilServingAsync(cancellationToken)));
        foreach (var member in _members)
        {
            JsonLines.Print(new { role = member.Role, pid = member.ProcessId, url = member.Url });
            _ = ReportEndAsync(member);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // First those who call, then those who are called.
        _stopping = true;
        foreach (var role in _members.GroupBy(member => member.Role).OrderBy(group => group.Key != "api"))
        {
            await Task.WhenAll(role.Select(member => member.StopAsync()));
        }

        foreach (var member in _members)
        {
            await member.DisposeAsync();
        }
    }

    private static MemberStart Api(int number, CortexSettings settings) => number == 1
        ? MemberStart.Api(number, settings.Port, settings.ManagementPort)
        : MemberStart.Api(number, FreePort.Find(), FreePort.Find());

    private async Task ReportEndAsync(Member member)
    {
        var exitCode = await member.Exited;
        if (!_stopping)
        {
            JsonLines.Print(new { role = member.Role, pid = member.ProcessId, exited = exitCode });
        }
    }
}
