using System.Net;
using System.Net.Sockets;

namespace Cortex.Cli.Bench.Chaos;

/// <summary>Passes connections to an address of this machine on to the same port of its loopback interface, where PostgreSQL, Redis and the sandbox listen for nobody else.</summary>
internal sealed class TcpRelay : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _accepting;

    private TcpRelay(IPAddress address, int port)
    {
        _listener = new(address, port);
        _listener.Start();
        _accepting = AcceptAsync(port);
    }

    /// <summary>Begins to listen.</summary>
    /// <exception cref="SocketException">The port is taken at that address.</exception>
    public static TcpRelay Start(IPAddress address, int port) => new(address, port);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stopping.Dispose();
    }

    private async Task AcceptAsync(int port)
    {
        try
        {
            while (true)
            {
                _ = PassAsync(await _listener.AcceptTcpClientAsync(_stopping.Token), port);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // It was told to stop.
        }
    }

    /// <summary>When either side ends, in whatever way, the other does.</summary>
    private async Task PassAsync(TcpClient from, int port)
    {
        using var to = new TcpClient { NoDelay = true };
        using (from)
        {
            from.NoDelay = true;
            try
            {
                await to.ConnectAsync(IPAddress.Loopback, port, _stopping.Token);
                await Task.WhenAny(from.GetStream().CopyToAsync(to.GetStream(), _stopping.Token), to.GetStream().CopyToAsync(from.GetStream(), _stopping.Token));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or IOException)
            {
                // Nobody listens there, or it was told to stop.
            }
        }
    }
}
