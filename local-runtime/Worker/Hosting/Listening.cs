using System.Net;
using System.Net.Sockets;

namespace EntCredit.LocalRuntime.Worker.Hosting;

internal static class Listening
{
    /// <summary>Tries the addresses before anything starts, so that a port in use is one line and not a failed start of everything.</summary>
    /// <exception cref="StartupException">One of them is in use or none that can be listened to.</exception>
    public static void EnsureFree(string urls)
    {
        foreach (string url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) || uri.Scheme != Uri.UriSchemeHttp)
                throw new StartupException($"LocalRuntime__Urls has '{url}': it is an http address, such as http://127.0.0.1:7071.");
            IPAddress address = IPAddress.TryParse(uri.Host.Trim('[', ']'), out IPAddress? given) ? given : IPAddress.Loopback;
            try
            {
                using var listener = new TcpListener(address, uri.Port);
                listener.Start();
            }
            catch (SocketException e)
            {
                throw new StartupException(
                    $"{url} cannot be listened to ({e.SocketErrorCode}): end the program that listens there, or set LocalRuntime__Urls to another address.",
                    e
                );
            }
        }
    }
}
