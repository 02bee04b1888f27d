using System.Net;
using System.Net.Sockets;

namespace EntCredit.Tests.Shared;

/// <summary>Ports of 127.0.0.1 for hosts under test.</summary>
internal static class FreePorts
{
    private static int taken;

    /// <summary>A port that nobody listens on now, of those that the system gives.</summary>
    public static int Any()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A free port below those that the system gives to outgoing connections: a host that is killed and started again finds it free again.</summary>
    public static int Fixed()
    {
        while (true)
        {
            var port = 20_000 + (int)((uint)((Environment.ProcessId * 97) + Interlocked.Increment(ref taken)) % 10_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody listens there: the next.
            }
        }
    }
}
