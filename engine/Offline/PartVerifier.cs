namespace SpecialDelivery.Engine.Offline;

/// <summary>Compares the archives with what describes them and with the poms; needs no Maven.</summary>
public static class PartVerifier
{
    /// <summary>Looks at everything.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="progress">Hears which archive is read.</param>
    /// <param name="cancel">Stops between two files.</param>
    /// <returns>Every fault in plain words; none when all is well.</returns>
    public static IReadOnlyList<string> Verify(DirectoryInfo root, IProgress<EngineProgress> progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(progress);
        DirectoryInfo offline = EngineParts.FolderIn(root);
        EngineParts parts = EngineParts.In(offline);
        string manifest = Path.Combine(offline.FullName, Manifest.FileName);
        if (!File.Exists(manifest))
        {
            return [$"{manifest} is missing."];
        }

        ILookup<string, ManifestEntry> listed = Manifest.Parse(File.ReadLines(manifest)).ToLookup(entry => entry.Archive);
        List<string> faults = [.. PartPom.In(root).SelectMany(pom => Disagreements(pom, listed[pom.ArchiveName]))];
        foreach (EnginePart part in parts.All)
        {
            progress.Report(new EngineProgress(part.Name, $"reading {part.Archive.Name}"));
            faults.AddRange(!part.Archive.Exists
                ? [$"{part.Archive.FullName} is missing."]
                : Sha256Sums.Of(part.Archive) is var sum && sum != part.Sha256
                    ? [$"{part.Archive.Name} is damaged: its SHA-256 is {sum}, and {Sha256Sums.FileName} says {part.Sha256}."]
                    : Differences(part.Archive.Name, ArchiveContent.Read(part.Archive, cancel).Sums, listed[part.Archive.Name]));
        }

        return faults;
    }

    /// <summary>What a pom asks for and the manifest does not list.</summary>
    internal static IEnumerable<string> Disagreements(PartPom pom, IEnumerable<ManifestEntry> entries)
    {
        HashSet<string> listed = [.. entries.Select(entry => string.Join(':', entry.Coordinates.Split(':').Skip(1).Take(2)))];
        return pom.Dependencies
            .Where(dependency => !listed.Contains($"{dependency.Artifact}:{dependency.Version}"))
            .Select(dependency => $"{pom.File.FullName} asks for {dependency.Artifact} {dependency.Version}, which {Manifest.FileName} does not list in {pom.ArchiveName}: 'sd engine pack'.");
    }

    /// <summary>Files that an archive holds and the manifest does not list, or the other way round, or with another sum.</summary>
    internal static IEnumerable<string> Differences(string archive, IReadOnlyDictionary<string, string> sums, IEnumerable<ManifestEntry> entries)
    {
        Dictionary<string, string> listed = entries.ToDictionary(entry => entry.File, entry => entry.Sha256, StringComparer.Ordinal);
        return sums.Keys.Union(listed.Keys)
            .Where(file => sums.GetValueOrDefault(file) != listed.GetValueOrDefault(file))
            .Select(file => !listed.ContainsKey(file) ? $"{archive} holds {file}, which {Manifest.FileName} does not list."
                : !sums.ContainsKey(file) ? $"{Manifest.FileName} lists {file}, which {archive} does not hold."
                : $"{file} in {archive} does not have the SHA-256 that {Manifest.FileName} lists.");
    }
}
