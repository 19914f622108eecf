using System.Net;
using System.Net.Sockets;

namespace Cortex.Hosting;

/// <summary>Finds ports that nobody listens on.</summary>
public static class FreePort
{
    /// <summary>A free loopback port. Another program may take it before it is used; whoever binds it must say so clearly.</summary>
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The port given, or a free one for 0.</summary>
    public static int Or(int port) => port == 0 ? Find() : port;
}
