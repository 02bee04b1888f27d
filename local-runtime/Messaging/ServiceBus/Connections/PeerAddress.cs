using System.Net;
using Amqp;

namespace EntCredit.LocalRuntime.Messaging.ServiceBus.Connections;

/// <summary>Where a client connects.</summary>
/// <param name="Address">The address, with credentials where there are any.</param>
/// <param name="Namespace">The host's name.</param>
/// <param name="SpeaksServiceBus">Whether it is Service Bus or this runtime's broker; else it knows nothing beyond AMQP 1.0.</param>
internal sealed record PeerAddress(Address Address, string Namespace, bool SpeaksServiceBus)
{
    private const int PlainPort = 5672;
    private const int TlsPort = 5671;

    /// <summary>
    /// Reads a connection string of Service Bus or its emulator. <c>Endpoint=amqp://…</c> or <c>amqps://…</c> is any broker that speaks
    /// AMQP 1.0.
    /// </summary>
    /// <exception cref="FormatException">It is none.</exception>
    /// <exception cref="ArgumentException">Something is missing in it.</exception>
    public static PeerAddress OfConnectionString(string text)
    {
        Dictionary<string, string> parts = Split(text);
        if (!parts.TryGetValue("Endpoint", out string? endpoint) || !Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? uri))
            throw new ArgumentException("The connection string has no Endpoint that is an address.", nameof(text));
        if (uri.Scheme is "amqp" or "amqps")
            return new(new Address(endpoint), uri.Host, false);
        if (uri.Scheme != "sb")
            throw new FormatException($"The Endpoint '{uri.Scheme}://{uri.Host}' is none: it begins with sb, amqp or amqps.");
        if (parts.TryGetValue("UseDevelopmentEmulator", out string? emulator) && bool.TryParse(emulator, out bool isEmulator) && isEmulator)
            return new(Plain(uri.Host, uri.Port), uri.Host, true);
        return parts.TryGetValue("SharedAccessKeyName", out string? name) && parts.TryGetValue("SharedAccessKey", out string? key)
            ? new(new Address(uri.Host, uri.Port > 0 ? uri.Port : TlsPort, name, key, "/", "amqps"), uri.Host, true)
            : throw new ArgumentException("The connection string has no SharedAccessKeyName and SharedAccessKey.", nameof(text));
    }

    /// <summary>The broker of this machine.</summary>
    /// <exception cref="NotSupportedException">The host is another machine: a token would be needed.</exception>
    public static PeerAddress OfNamespace(string fullyQualifiedNamespace)
    {
        string[] parts = fullyQualifiedNamespace.Split(':');
        int port = parts.Length == 2 && int.TryParse(parts[1], out int given) ? given : -1;
        bool isLoopback = parts[0] == "localhost" || (IPAddress.TryParse(parts[0], out IPAddress? ip) && IPAddress.IsLoopback(ip));
        return isLoopback && parts.Length <= 2
            ? new(Plain(parts[0], port), parts[0], true)
            : throw new NotSupportedException(
                $"'{fullyQualifiedNamespace}' is not on this machine, and this runtime has no tokens: give a connection string, or run on Azure."
            );
    }

    private static Address Plain(string host, int port) => new(host, port > 0 ? port : PlainPort, null, null, "/", "amqp");

    private static Dictionary<string, string> Split(string text)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                throw new FormatException("The connection string could not be parsed; it is of the form Name=Value;Name=Value.");
            parts[part[..equals].Trim()] = part[(equals + 1)..].Trim();
        }
        return parts;
    }
}
