namespace SpecialDelivery.Engine.Offline;

/// <summary>The list of every packed file: one per line, fields parted by tabs, under a line of their names.</summary>
internal static class Manifest
{
    /// <summary>Its name beside the archives.</summary>
    public const string FileName = "MANIFEST";

    private const string Header = "archive\tfile\tcoordinates\tlicence\tsha256";

    /// <summary>Reads it.</summary>
    /// <exception cref="EngineException">A line does not have five fields.</exception>
    public static IReadOnlyList<ManifestEntry> Parse(IEnumerable<string> lines) =>
        [.. lines.Where(line => line.Length > 0 && line != Header).Select(line => line.Split('\t') is [var archive, var file, var coordinates, var licence, var sum]
            ? new ManifestEntry(archive, file, coordinates, licence, sum)
            : throw new EngineException($"{FileName} holds a line that does not have the fields of its first line: '{line}'."))];

    /// <summary>Its lines, sorted.</summary>
    public static IEnumerable<string> Format(IEnumerable<ManifestEntry> entries) =>
        entries.OrderBy(entry => entry.Archive, StringComparer.Ordinal).ThenBy(entry => entry.File, StringComparer.Ordinal)
            .Select(entry => $"{entry.Archive}\t{entry.File}\t{entry.Coordinates}\t{entry.Licence}\t{entry.Sha256}")
            .Prepend(Header);
}
