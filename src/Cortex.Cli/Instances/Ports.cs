using System.Net;
using System.Net.Sockets;
using Cortex.Cli.Local;

namespace Cortex.Cli.Instances;

/// <summary>Says clearly, before anything is started, that a port is taken.</summary>
internal static class Ports
{
    public static void ThrowIfTaken(string variable, int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
        }
        catch (SocketException e)
        {
            throw new LocalException($"port {port} is taken by another program ({e.SocketErrorCode}); set {variable} to a free one.", e);
        }
    }
}
