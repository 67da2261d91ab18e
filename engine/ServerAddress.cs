using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SpecialDelivery.Engine;

/// <summary>Where a server listens.</summary>
/// <param name="Host">A name or an IP address; an IPv6 address without brackets.</param>
/// <param name="Port">1..65535.</param>
public readonly record struct ServerAddress(string Host, int Port)
{
    /// <summary>The one interface that servers of the engine listen on.</summary>
    public const string Loopback = "127.0.0.1";

    /// <summary>Reads <c>host:port</c>; <c>[::1]:9092</c> for IPv6.</summary>
    /// <param name="text">What to read.</param>
    /// <param name="address">The address, when the text is one.</param>
    /// <returns>False for anything else: no port, a port outside 1..65535, a scheme, a list.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out ServerAddress address)
    {
        address = default;
        int colon = text?.LastIndexOf(':') ?? -1;
        if (colon <= 0 || !int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int port) || port is < 1 or > 65535)
        {
            return false;
        }

        string host = text![..colon];
        if (host is ['[', .. var inner, ']'])
        {
            host = inner;
        }
        else if (host.AsSpan().ContainsAny(":/,"))
        {
            return false;
        }

        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            return false;
        }

        address = new ServerAddress(host, port);
        return true;
    }

    /// <summary>As <c>host:port</c>.</summary>
    public override string ToString() => Host.Contains(':') ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}
