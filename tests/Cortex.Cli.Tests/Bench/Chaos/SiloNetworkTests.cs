using Cortex.Cli.Bench.Chaos;
using Cortex.Cli.Local;

namespace Cortex.Cli.Tests.Bench.Chaos;

public sealed class SiloNetworkTests
{
    [Fact]
    public async Task Network_IsCutAndJoined_AndGoneAfterwards()
    {
        var token = TestContext.Current.CancellationToken;
        await using var network = await SiloNetwork.TryMakeAsync($"/test/{Guid.NewGuid()}", token);
        Assert.SkipWhen(network is null, "Network namespaces may not be made here.");

        await PingAsync(network, token);
        await network.CutAsync(token);
        await Assert.ThrowsAsync<LocalException>(() => PingAsync(network, token));
        await network.JoinAsync(token);
        await PingAsync(network, token);
    }

    /// <summary>Asks this machine from inside the network: a port that nobody listens at refuses at once, where anything gets through.</summary>
    private static Task PingAsync(SiloNetwork network, CancellationToken cancellationToken) => ChildProcess.RunAsync(
        new("bash", "bash", ["-c", $"timeout 2 bash -c 'exec 3<>/dev/tcp/{network.Host}/1' 2>&1 | grep -q refused"]) { NetworkNamespace = network.Namespace }, cancellationToken);
}
