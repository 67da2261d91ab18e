using System.Diagnostics;

namespace SpecialDelivery.Engine.Processes;

/// <summary>Starts a program in a session of its own, so that Ctrl-C at the terminal is for the starter alone and the program can be ended with all it started.</summary>
internal static class Guard
{
    /// <summary>Starts the program.</summary>
    /// <param name="start">What to run, with its variables and redirections; it is rewritten to run under the guard.</param>
    /// <param name="lifetime">Whether it goes with this process.</param>
    /// <param name="log">Receives its output; null for this process's own.</param>
    /// <param name="leftover">A folder to remove when this process was killed; null for none.</param>
    /// <param name="grace">How long it may take to stop when this process was killed.</param>
    /// <exception cref="EngineException">The operating system could not start it.</exception>
    public static Process Start(ProcessStartInfo start, ServerLifetime lifetime, FileInfo? log, DirectoryInfo? leftover, TimeSpan grace)
    {
        bool bound = lifetime == ServerLifetime.Bound;
        string[] arguments =
        [
            "sh", "-c", EmbeddedText.Read("guard.sh"), "sh",
            log?.FullName ?? "", bound ? "bound" : "detached", leftover?.FullName ?? "", $"{(int)Math.Ceiling(grace.TotalSeconds)}",
            start.FileName, .. start.ArgumentList,
        ];
        start.FileName = "setsid";
        start.ArgumentList.Clear();
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.RedirectStandardInput = bound;
        start.UseShellExecute = false;
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new EngineException($"'setsid' could not be started ({e.Message}): apt-get install util-linux.", e);
        }
    }
}
