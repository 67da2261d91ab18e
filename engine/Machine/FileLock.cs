namespace SpecialDelivery.Engine.Machine;

/// <summary>Lets one process at a time through; the operating system frees it when its holder dies.</summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>Waits for the lock.</summary>
    /// <param name="path">A file that is made for it.</param>
    /// <param name="waiting">Called once when another holds it.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<FileLock> TakeAsync(FileInfo path, Action waiting, CancellationToken cancel)
    {
        path.Directory!.Create();
        for (bool told = false; ; told = true)
        {
            try
            {
                return new FileLock(path.Open(FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (path.Directory.Exists)
            {
                if (!told)
                {
                    waiting();
                }

                await Task.Delay(TimeSpan.FromMilliseconds(100), cancel).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Lets the next one through.</summary>
    public void Dispose() => _file.Dispose();
}
