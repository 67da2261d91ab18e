using System.Diagnostics;

namespace SpecialDelivery.Jobs.Hosting;

/// <summary>One writer per checkpoint: two would each believe a batch theirs.</summary>
/// <remarks>The lock is the open file itself, so the system frees it with the process, however that ends; its text only tells who.</remarks>
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

        string path = location.TrimEnd('/') + ".lock";
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        try
        {
            FileStream file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            file.SetLength(0);
            using Process self = Process.GetCurrentProcess();
            using StreamWriter owner = new(file, leaveOpen: true);
            owner.WriteLine($"pid {self.Id} on {Environment.MachineName} since {self.StartTime.ToUniversalTime():O}");
            return new CheckpointLock(file);
        }
        catch (IOException e)
        {
            throw new JobException($"The checkpoint {location} is in use ({Owner(path)}). Stop that job, or give this one another --checkpoint.", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static string Owner(string path)
    {
        try
        {
            using StreamReader reader = new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            return reader.ReadToEnd().Trim();
        }
        catch (IOException)
        {
            return "its owner cannot be read";
        }
    }
}
