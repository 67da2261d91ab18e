using System.Formats.Tar;
using System.IO.Compression;

namespace SpecialDelivery.Engine.Offline;

/// <summary>One class path or distribution as a single file: a tar through Brotli.</summary>
/// <remarks>The same folder gives the same bytes on every machine: entries are sorted by name, owned by nobody and dated 1970.</remarks>
public static class OfflineArchive
{
    /// <summary>What a name of an archive ends in.</summary>
    public const string Extension = ".tar.br";

    // Quality 6 packs the three parts in minutes; 9 takes eight times as long for 5 % less, 11 most of an hour for 15 % less.
    private const int Quality = 6;

    private const UnixFileMode Everyone = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Packs a folder; one core, about 5 MB a second.</summary>
    /// <param name="source">The folder; its own name is not part of the archive.</param>
    /// <param name="target">The archive; replaced when it exists.</param>
    /// <param name="progress">Receives the uncompressed bytes packed so far; may be null.</param>
    /// <param name="cancel">Stops between two files.</param>
    public static void Pack(DirectoryInfo source, FileInfo target, IProgress<long>? progress, CancellationToken cancel)
    {
        using FileStream file = target.Create();
        using BrotliWriter compressed = new(file, Quality);
        using TarWriter tar = new(compressed, TarEntryFormat.Pax, leaveOpen: true);
        long packed = 0;
        foreach (FileInfo entry in source.EnumerateFiles("*", SearchOption.AllDirectories)
                     .OrderBy(f => NameIn(source, f), StringComparer.Ordinal))
        {
            cancel.ThrowIfCancellationRequested();
            using FileStream data = entry.OpenRead();
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, NameIn(source, entry))
            {
                DataStream = data,
                Mode = UnixFileMode.UserWrite | Everyone | (entry.UnixFileMode.HasFlag(UnixFileMode.UserExecute) ? Executable : 0),
                ModificationTime = DateTimeOffset.UnixEpoch,
            });
            packed += entry.Length;
            progress?.Report(packed);
        }
    }

    /// <summary>Unpacks an archive into a folder, which is created.</summary>
    /// <param name="source">The archive's bytes.</param>
    /// <param name="target">The folder.</param>
    /// <param name="progress">Receives the uncompressed bytes written so far; may be null.</param>
    /// <param name="cancel">Stops between two files.</param>
    public static void Unpack(Stream source, DirectoryInfo target, IProgress<long>? progress, CancellationToken cancel)
    {
        target.Create();
        File.SetUnixFileMode(target.FullName, UnixFileMode.UserWrite | Everyone | Executable);
        using BrotliStream decompressed = new(source, CompressionMode.Decompress);
        using TarReader tar = new(decompressed);
        string root = Path.GetFullPath(target.FullName) + Path.DirectorySeparatorChar;
        long unpacked = 0;
        while (tar.GetNextEntry() is { } entry)
        {
            cancel.ThrowIfCancellationRequested();
            string path = Path.GetFullPath(Path.Combine(root, entry.Name));
            if (!path.StartsWith(root, StringComparison.Ordinal))
            {
                throw new InvalidDataException($"The archive names a file outside its folder: '{entry.Name}'.");
            }

            MakeFolder(root, Path.GetDirectoryName(path)!);
            entry.ExtractToFile(path, overwrite: false);
            File.SetUnixFileMode(path, entry.Mode);
            unpacked += entry.Length;
            progress?.Report(unpacked);
        }
    }

    /// <summary>Makes the folders of a file readable to all, whatever this process's umask is: servers may run as another user.</summary>
    private static void MakeFolder(string root, string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        if (folder.Length > root.Length)
        {
            MakeFolder(root, Path.GetDirectoryName(folder)!);
        }

        Directory.CreateDirectory(folder);
        File.SetUnixFileMode(folder, UnixFileMode.UserWrite | Everyone | Executable);
    }

    private static string NameIn(DirectoryInfo root, FileInfo file) =>
        Path.GetRelativePath(root.FullName, file.FullName).Replace(Path.DirectorySeparatorChar, '/');
}
