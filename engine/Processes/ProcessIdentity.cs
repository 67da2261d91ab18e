using System.Globalization;
using System.Text.Json.Serialization;

namespace SpecialDelivery.Engine.Processes;

/// <summary>A process that cannot be mistaken for a later one with the same number.</summary>
/// <param name="Pid">Its number; servers lead a process group of this number.</param>
/// <param name="StartTicks">When it started, in clock ticks since the machine did.</param>
/// <param name="Boot">The kernel's id of this run of the machine.</param>
internal sealed record ProcessIdentity(int Pid, long StartTicks, string Boot)
{
    /// <summary>The identity of a process that runs now; null when there is none, or only a zombie.</summary>
    public static ProcessIdentity? Of(int pid)
    {
        string stat;
        try
        {
            stat = File.ReadAllText($"/proc/{pid}/stat");
        }
        catch (IOException)
        {
            return null; // no such process is the answer, not a fault
        }

        // The program's name stands in parentheses and may itself hold blanks and parentheses; after it come state (field 3) … start time (field 22).
        string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return fields[0] is "Z" or "X"
            ? null
            : new ProcessIdentity(pid, long.Parse(fields[19], CultureInfo.InvariantCulture), File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim());
    }

    /// <summary>Whether this very process still runs.</summary>
    [JsonIgnore]
    public bool IsAlive => Of(Pid) == this;
}
