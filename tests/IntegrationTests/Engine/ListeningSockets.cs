using System.Globalization;

namespace IntegrationTests.Engine;

/// <summary>Where this machine listens, by port.</summary>
internal static class ListeningSockets
{
    /// <summary>Whether every socket that listens on a port is bound to loopback; false too when none listens.</summary>
    public static bool IsOnLoopbackAlone(int port)
    {
        string[] addresses = [.. Addresses(port)];
        return addresses.Length > 0 && addresses.All(IsLoopback);
    }

    // 127.x as the kernel writes it, alone or mapped into IPv6, and ::1.
    private static bool IsLoopback(string address) =>
        address.Length == 8 ? address.EndsWith("7F", StringComparison.Ordinal)
        : address == "00000000000000000000000001000000" || (address.StartsWith("0000000000000000FFFF0000", StringComparison.Ordinal) && address.EndsWith("7F", StringComparison.Ordinal));

    private static IEnumerable<string> Addresses(int port) =>
        from table in new[] { "/proc/net/tcp", "/proc/net/tcp6" }
        where File.Exists(table)
        from line in File.ReadLines(table).Skip(1)
        let fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        let local = fields[1].Split(':')
        where fields[3] == "0A" && int.Parse(local[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture) == port
        select local[0];
}
