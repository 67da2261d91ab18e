using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace SpecialDelivery.Engine.Offline;

/// <summary>What an archive holds, read without unpacking it.</summary>
/// <param name="Sums">Sum by path.</param>
/// <param name="Notices">Every licence and notice text in it, each once, with the files that carry it.</param>
internal sealed partial record ArchiveContent(IReadOnlyDictionary<string, string> Sums, IReadOnlyDictionary<string, IReadOnlyList<string>> Notices)
{
    /// <summary>Reads a whole archive.</summary>
    public static ArchiveContent Read(FileInfo archive, CancellationToken cancel)
    {
        Dictionary<string, string> sums = new(StringComparer.Ordinal);
        Dictionary<string, List<string>> notices = new(StringComparer.Ordinal);
        using FileStream file = archive.OpenRead();
        using BrotliStream decompressed = new(file, CompressionMode.Decompress);
        using TarReader tar = new(decompressed);
        while (tar.GetNextEntry() is { } entry)
        {
            cancel.ThrowIfCancellationRequested();
            using MemoryStream bytes = new();
            entry.DataStream?.CopyTo(bytes);
            bytes.Position = 0;
            sums.Add(entry.Name, Sha256Sums.Of(bytes));
            foreach ((string name, string text) in TextsIn(entry.Name, bytes))
            {
                if (!notices.TryGetValue(text, out List<string>? carriers))
                {
                    notices.Add(text, carriers = []);
                }

                carriers.Add(name);
            }
        }

        return new ArchiveContent(sums, notices.ToDictionary(notice => notice.Key, notice => (IReadOnlyList<string>)notice.Value, StringComparer.Ordinal));
    }

    private static IEnumerable<(string Name, string Text)> TextsIn(string name, MemoryStream bytes)
    {
        bytes.Position = 0;
        if (NoticeName().IsMatch(name))
        {
            yield return (name, Encoding.UTF8.GetString(bytes.ToArray()).ReplaceLineEndings("\n"));
        }

        if (!name.EndsWith(".jar", StringComparison.Ordinal))
        {
            yield break;
        }

        using ZipArchive jar = new(bytes, ZipArchiveMode.Read, leaveOpen: true);
        foreach (ZipArchiveEntry entry in jar.Entries.Where(entry => NoticeName().IsMatch(entry.FullName)))
        {
            using StreamReader reader = new(entry.Open());
            yield return ($"{name}!/{entry.FullName}", reader.ReadToEnd().ReplaceLineEndings("\n"));
        }
    }

    [GeneratedRegex(@"^(META-INF/)?(LICEN[CS]E|NOTICE|COPYING)[^/]*(?<!\.class)$", RegexOptions.IgnoreCase)]
    private static partial Regex NoticeName();
}
