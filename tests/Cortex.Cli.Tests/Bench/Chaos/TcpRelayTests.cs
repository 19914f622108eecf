using System.Net;
using System.Net.Sockets;
using System.Text;
using Cortex.Cli.Bench.Chaos;

namespace Cortex.Cli.Tests.Bench.Chaos;

public sealed class TcpRelayTests
{
    /// <summary>All of 127.0.0.0/8 is this machine.</summary>
    private static readonly IPAddress Elsewhere = IPAddress.Parse("127.0.0.2");

    [Fact]
    public async Task Connection_IsPassedOn_AndEndsWithEitherSide()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var port = ((IPEndPoint)server.LocalEndpoint).Port;
        await using var relay = TcpRelay.Start(Elsewhere, port);
        using var client = new TcpClient();
        await client.ConnectAsync(Elsewhere, port, TestContext.Current.CancellationToken);

        using var accepted = await server.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync("ask"u8.ToArray(), TestContext.Current.CancellationToken);
        var asked = new byte[3];
        await accepted.GetStream().ReadExactlyAsync(asked, TestContext.Current.CancellationToken);
        await accepted.GetStream().WriteAsync("told"u8.ToArray(), TestContext.Current.CancellationToken);
        accepted.Close();

        using var told = new StreamReader(client.GetStream());
        Assert.Equal(("ask", "told"), (Encoding.ASCII.GetString(asked), await told.ReadToEndAsync(TestContext.Current.CancellationToken)));
    }
}
