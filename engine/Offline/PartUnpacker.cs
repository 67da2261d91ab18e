using SpecialDelivery.Engine.Machine;

namespace SpecialDelivery.Engine.Offline;

/// <summary>Unpacks parts once; safe when two start at once and when one is killed half-way.</summary>
internal static class PartUnpacker
{
    /// <summary>Makes sure that a part lies unpacked under a folder.</summary>
    /// <param name="part">Which part.</param>
    /// <param name="under">The folder of all unpacked parts.</param>
    /// <param name="progress">Hears how far it is.</param>
    /// <param name="cancel">Stops between two files; nothing half-done is ever taken for the whole.</param>
    /// <returns>The part's folder.</returns>
    /// <exception cref="EngineException">The archive is missing or damaged.</exception>
    public static async Task<DirectoryInfo> EnsureAsync(EnginePart part, DirectoryInfo under, IProgress<EngineProgress> progress, CancellationToken cancel)
    {
        DirectoryInfo folder = new(Path.Combine(under.FullName, part.FullName));
        if (folder.Exists)
        {
            return folder;
        }

        using FileLock only = await FileLock.TakeAsync(
            new FileInfo(Path.Combine(under.FullName, part.FullName + ".lock")),
            () => progress.Report(new EngineProgress(part.Name, "waiting until another has unpacked it")),
            cancel).ConfigureAwait(false);
        if (Directory.Exists(folder.FullName))
        {
            return folder;
        }

        DirectoryInfo half = new(folder.FullName + ".unpacking");
        if (half.Exists)
        {
            half.Delete(recursive: true); // left by one that was killed: the lock says that nobody is at it
        }

        await Task.Run(() => Unpack(part, half, progress, cancel), cancel).ConfigureAwait(false);
        Directory.Move(half.FullName, folder.FullName);
        return folder;
    }

    private static void Unpack(EnginePart part, DirectoryInfo target, IProgress<EngineProgress> progress, CancellationToken cancel)
    {
        if (!part.Archive.Exists)
        {
            throw new EngineException($"{part.Archive.FullName} is missing: the clone is incomplete ('git status' shows what is gone).");
        }

        using FileStream archive = part.Archive.OpenRead();
        progress.Report(new EngineProgress(part.Name, $"unpacking {part.FullName}", 0));
        string sum = Sha256Sums.Of(archive);
        if (sum != part.Sha256)
        {
            throw new EngineException($"{part.Archive.FullName} is damaged: its SHA-256 is {sum}, and {Sha256Sums.FileName} says {part.Sha256}.");
        }

        archive.Position = 0;
        OfflineArchive.Unpack(archive, target, new Fraction(part, archive, progress), cancel);
        progress.Report(new EngineProgress(part.Name, $"unpacked {part.FullName}", 1));
    }

    /// <summary>How much of the archive has been read stands for how far the work is.</summary>
    private sealed class Fraction(EnginePart part, FileStream archive, IProgress<EngineProgress> progress) : IProgress<long>
    {
        private int _percent;

        public void Report(long value)
        {
            int percent = (int)(100 * archive.Position / archive.Length);
            if (percent >= _percent + 5)
            {
                _percent = percent;
                progress.Report(new EngineProgress(part.Name, $"unpacking {part.FullName}", Math.Min(percent, 99) / 100d));
            }
        }
    }
}
