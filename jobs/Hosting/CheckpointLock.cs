using System.Diagnostics;

namespace SpecialDelivery.Jobs.Hosting;

/// <summary>One writer per checkpoint: two would each believe a batch theirs.</summary>
/// <remarks>
/// The lock is the open file itself, so the system frees it with the process, however that ends. Who holds it stands in a file beside it:
/// on Linux only a file that is shared with nobody is locked against others, and that one nobody else can read.
/// </remarks>
internal sealed class CheckpointLock : IDisposable
{
    private readonly FileStream _file;

    private CheckpointLock(FileStream file) => _file = file;

    /// <summary>Takes the lock of a local checkpoint folder; a folder elsewhere has none and is the operator's to guard.</summary>
    /// <param name="location">The folder, a path or a URL.</param>
    /// <returns>The lock; null for a folder that is not local.</returns>
    /// <exception cref="JobException">Another process holds it.</exception>
    public static CheckpointLock? Take(string location)
    {
        if (location.Contains("://", StringComparison.Ordinal))
        {
            return null;
        }

        string path = location.TrimEnd('/');
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        FileStream file;
        try
        {
            file = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new JobException($"The checkpoint {location} is in use ({Owner(path)}). Stop that job, or give this one another --checkpoint.", e);
        }

        using Process self = Process.GetCurrentProcess();
        File.WriteAllText(OwnerFile(path), $"pid {self.Id} on {Environment.MachineName} since {self.StartTime.ToUniversalTime():O}");
        return new CheckpointLock(file);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static string OwnerFile(string path) => path + ".owner";

    private static string Owner(string path)
    {
        try
        {
            return File.ReadAllText(OwnerFile(path));
        }
        catch (IOException)
        {
            return "its owner cannot be read";
        }
    }
}
