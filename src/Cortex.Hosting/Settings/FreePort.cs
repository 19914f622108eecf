using System.Net;
using System.Net.Sockets;

namespace Cortex.Hosting;

/// <summary>Finds ports that nobody listens on.</summary>
/// <remarks>
/// They are chosen below the ports that systems give to outgoing connections (from 32768 on Linux, from 49152 elsewhere), so that no connection that is opened
/// before a port is bound, or while its owner restarts, takes it; and at random, so that processes that look at the same time do not find the same.
/// </remarks>
public static class FreePort
{
    private const int First = 20_000;
    private const int End = 32_000;

    /// <summary>Ports that are tried: so many that are all in use mean that there is another reason.</summary>
    private const int TriesMax = 1_000;

    private static readonly Lock Access = new();
    private static readonly HashSet<int> Given = [];

    /// <summary>A free loopback port, each time another one. Another program may take it before it is used; whoever binds it must say so clearly.</summary>
    /// <exception cref="InvalidOperationException">No port can be bound.</exception>
    public static int Find()
    {
        for (var tries = 0; tries < TriesMax; tries++)
        {
            var port = Random.Shared.Next(First, End);
            if (IsNew(port) && IsFree(IPAddress.Loopback, port) && (!Socket.OSSupportsIPv6 || IsFree(IPAddress.IPv6Loopback, port)))
            {
                return port;
            }
        }

        throw new InvalidOperationException($"No free port was found between {First} and {End - 1}.");
    }

    /// <summary>The port given, or a free one for 0.</summary>
    public static int Or(int port) => port == 0 ? Find() : port;

    private static bool IsNew(int port)
    {
        lock (Access)
        {
            return Given.Add(port);
        }
    }

    private static bool IsFree(IPAddress address, int port)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            return true;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return false;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressNotAvailable)
        {
            // This machine has no such address, and nobody can listen there.
            return true;
        }
    }
}
