using System.Globalization;

namespace SpecialDelivery.Bench.Jobs;

/// <summary>Processor time of a process and everything it started, as the system accounts it.</summary>
internal static class ProcessTree
{
    private const double TicksPerSecond = 100; // USER_HZ, fixed in Linux's interface

    /// <summary>User and system time so far.</summary>
    /// <param name="root">Process id.</param>
    /// <returns>Seconds, ended children that were waited for included.</returns>
    public static double CpuSeconds(int root)
    {
        Dictionary<int, (int Parent, double Seconds)> all = [];
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), out int pid) && Read(folder) is { } stat)
            {
                all.Add(pid, stat);
            }
        }

        return all.Where(process => IsUnder(process.Key)).Sum(process => process.Value.Seconds);

        bool IsUnder(int pid)
        {
            while (pid != root && all.TryGetValue(pid, out (int Parent, double) stat))
            {
                pid = stat.Parent;
            }

            return pid == root;
        }
    }

    /// <summary>Share of all cores that everything on the machine keeps busy since it started: two readings tell an interval.</summary>
    /// <returns>Busy and total seconds of all cores.</returns>
    public static (double Busy, double Total) Machine()
    {
        double[] fields = [.. File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(8).Select(Seconds)];
        return (fields.Sum() - fields[3] - fields[4], fields.Sum()); // all but idle and waiting for a disk
    }

    private static (int Parent, double Seconds)? Read(string folder)
    {
        try
        {
            string stat = File.ReadAllText(Path.Combine(folder, "stat"));
            string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' '); // the name before it may hold blanks
            return (int.Parse(fields[1], CultureInfo.InvariantCulture), fields[11..15].Sum(Seconds));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // it ended meanwhile
        }
    }

    private static double Seconds(string ticks) => double.Parse(ticks, CultureInfo.InvariantCulture) / TicksPerSecond;
}
