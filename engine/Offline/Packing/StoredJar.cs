using System.IO.Compression;

namespace SpecialDelivery.Engine.Offline.Packing;

/// <summary>Rewrites a jar without its own compression: the archive's then sees what jars have in common, and gets half as large.</summary>
internal static class StoredJar
{
    /// <summary>Rewrites a jar in place, entries in their order and with their dates; leaves one alone that is stored already.</summary>
    public static void Rewrite(FileInfo jar)
    {
        string next = jar.FullName + ".stored";
        using (ZipArchive source = ZipFile.OpenRead(jar.FullName))
        {
            if (source.Entries.All(entry => entry.CompressedLength == entry.Length))
            {
                return;
            }

            using ZipArchive target = ZipFile.Open(next, ZipArchiveMode.Create);
            foreach (ZipArchiveEntry entry in source.Entries)
            {
                ZipArchiveEntry copy = target.CreateEntry(entry.FullName, CompressionLevel.NoCompression);
                copy.LastWriteTime = entry.LastWriteTime;
                if (entry.Length > 0)
                {
                    using Stream from = entry.Open();
                    using Stream to = copy.Open();
                    from.CopyTo(to);
                }
            }
        }

        File.Move(next, jar.FullName, overwrite: true);
    }
}
