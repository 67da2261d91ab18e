using System.Globalization;

namespace SpecialDelivery.Engine.Machine;

/// <summary>Finds who listens on a port.</summary>
internal static class PortOwner
{
    private const string Listening = "0A";

    private static readonly string[] SocketTables = ["/proc/net/tcp", "/proc/net/tcp6"];

    /// <summary>Name and number of the process, such as <c>java (pid 4711)</c>; null when it is another user's or gone.</summary>
    public static string? Of(int port)
    {
        HashSet<string> sockets = [.. Tables().Where(row => row.Port == port).Select(row => $"socket:[{row.Inode}]")];
        if (sockets.Count == 0)
        {
            return null;
        }

        foreach (string folder in Directory.EnumerateDirectories("/proc").Where(name => char.IsAsciiDigit(Path.GetFileName(name)[0])))
        {
            try
            {
                if (Directory.EnumerateFiles(Path.Combine(folder, "fd")).Any(file => File.ResolveLinkTarget(file, false) is { } link && sockets.Contains(link.Name)))
                {
                    return $"{File.ReadAllText(Path.Combine(folder, "comm")).Trim()} (pid {Path.GetFileName(folder)})";
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A process that ended meanwhile or belongs to somebody else: the name is a courtesy, so look at the next one.
            }
        }

        return null;
    }

    private static IEnumerable<(int Port, string Inode)> Tables() =>
        from table in SocketTables
        where File.Exists(table)
        from line in File.ReadLines(table).Skip(1)
        let fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        where fields[3] == Listening
        select (int.Parse(fields[1].AsSpan(fields[1].LastIndexOf(':') + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture), fields[9]);
}
