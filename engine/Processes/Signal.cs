using System.Runtime.InteropServices;

namespace SpecialDelivery.Engine.Processes;

/// <summary>Signals to one process or to a process group.</summary>
internal static partial class Signal
{
    private const int Kill = 9;
    private const int Terminate = 15;

    /// <summary>Asks one process to end.</summary>
    public static void AskToEnd(int pid) => Send(pid, Terminate);

    /// <summary>Ends a process group at once. A group that is gone already is no fault.</summary>
    public static void KillGroup(int leader) => Send(-leader, Kill);

    /// <summary>Whether a group still has a process, one that is only waiting to be reaped included.</summary>
    public static bool IsGroupAlive(int leader) => Send(-leader, 0);

    private static bool Send(int target, int signal)
    {
        if (target is >= -1 and <= 1)
        {
            throw new ArgumentOutOfRangeException(nameof(target), target, "That would signal every process.");
        }

        return SendSignal(target, signal) == 0;
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int pid, int signal);
}
