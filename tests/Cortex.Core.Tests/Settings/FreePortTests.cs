using System.Net;
using System.Net.Sockets;
using Cortex.Hosting;

namespace Cortex.Core.Tests.Settings;

public sealed class FreePortTests
{
    [Fact]
    public void Ports_AreOneForEachThatAsks_AndBelowThoseOfOutgoingConnections()
    {
        var ports = Enumerable.Range(0, 200).AsParallel().Select(_ => FreePort.Find()).ToList();

        Assert.Equal(200, ports.Distinct().Count());
        Assert.All(ports, port => Assert.InRange(port, 20_000, 32_767));
    }

    [Fact]
    public void Port_CanBeListenedOnAtOnce()
    {
        using var listener = new TcpListener(IPAddress.Loopback, FreePort.Find());

        listener.Start();

        Assert.True(listener.Server.IsBound);
    }

    [Fact]
    public void Port_ThatIsGiven_IsTaken() => Assert.Equal(8080, FreePort.Or(8080));
}
