namespace SpecialDelivery.Engine.Offline.Packing;

/// <summary>Makes the archives and what describes them from the poms.</summary>
public static class PartPacker
{
    /// <summary>Packs parts, then writes MANIFEST, SHA256SUMS and LICENSES/ for all archives.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="only">Names of the parts to pack; empty for all.</param>
    /// <param name="describeOnly">Leave the archives as they are and only describe them.</param>
    /// <param name="progress">Hears every step; packing takes minutes per part.</param>
    /// <param name="cancel">Stops between two files; the old archive stays.</param>
    /// <exception cref="EngineException">Maven failed, a part is unknown, or an archive holds what its pom does not explain.</exception>
    public static async Task PackAsync(
        DirectoryInfo root, IReadOnlyCollection<string> only, bool describeOnly, IProgress<EngineProgress> progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(only);
        ArgumentNullException.ThrowIfNull(progress);
        IReadOnlyList<PartPom> poms = PartPom.In(root);
        if (only.Except(poms.Select(pom => pom.Name)).ToArray() is { Length: > 0 } unknown)
        {
            throw new EngineException($"There is no part {string.Join(", ", unknown)}: {string.Join(", ", poms.Select(pom => pom.Name))} are there.");
        }

        DirectoryInfo offline = EngineParts.FolderIn(root);
        DirectoryInfo licences = offline.CreateSubdirectory("LICENSES");
        List<ManifestEntry> manifest = [];
        Dictionary<string, string> sums = [];
        foreach (PartPom pom in poms)
        {
            DirectoryInfo work = Directory.CreateTempSubdirectory("special-delivery-pack-");
            try
            {
                FileInfo archive = new(Path.Combine(offline.FullName, pom.ArchiveName));
                progress.Report(new EngineProgress(pom.Name, "asking Maven what belongs to it"));
                MavenProject maven = new(pom, work);
                IReadOnlyList<MavenArtifact> artifacts = await maven.ListAsync(cancel).ConfigureAwait(false);
                if (!describeOnly && (only.Count == 0 || only.Contains(pom.Name)))
                {
                    DirectoryInfo content = await maven.CollectAsync(artifacts, cancel).ConfigureAwait(false);
                    await Task.Run(() => Pack(pom, content, archive, progress, cancel), cancel).ConfigureAwait(false);
                }

                progress.Report(new EngineProgress(pom.Name, $"describing {archive.Name}"));
                ArchiveContent packed = await Task.Run(() => ArchiveContent.Read(archive, cancel), cancel).ConfigureAwait(false);
                manifest.AddRange(Describe(archive.Name, packed, artifacts));
                sums.Add(archive.Name, Sha256Sums.Of(archive));
                await File.WriteAllTextAsync(Path.Combine(licences.FullName, $"{pom.Name}-{pom.Version}.txt"), NoticesOf(packed), cancel).ConfigureAwait(false);
            }
            finally
            {
                work.Delete(recursive: true);
            }
        }

        await File.WriteAllLinesAsync(Path.Combine(offline.FullName, Manifest.FileName), Manifest.Format(manifest), cancel).ConfigureAwait(false);
        await File.WriteAllLinesAsync(Path.Combine(offline.FullName, Sha256Sums.FileName), Sha256Sums.Format(sums), cancel).ConfigureAwait(false);
    }

    private static void Pack(PartPom pom, DirectoryInfo content, FileInfo archive, IProgress<EngineProgress> progress, CancellationToken cancel)
    {
        foreach (FileInfo jar in content.EnumerateFiles("*.jar", SearchOption.AllDirectories))
        {
            StoredJar.Rewrite(jar);
        }

        long all = content.EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        FileInfo next = new(archive.FullName + ".packing");
        OfflineArchive.Pack(content, next, new Fraction(pom, all, progress), cancel);
        next.MoveTo(archive.FullName, overwrite: true);
        progress.Report(new EngineProgress(pom.Name, $"packed {all >> 20} MiB into {archive.Length >> 20} MiB", 1));
    }

    private static IEnumerable<ManifestEntry> Describe(string archive, ArchiveContent packed, IReadOnlyList<MavenArtifact> artifacts)
    {
        Dictionary<string, MavenArtifact> byFile = artifacts.ToDictionary(artifact => "jars/" + artifact.File.Name, StringComparer.Ordinal);
        foreach ((string file, string sum) in packed.Sums)
        {
            // A part of jars has one artifact per file; a distribution is one artifact with all its files.
            MavenArtifact artifact = byFile.GetValueOrDefault(file)
                ?? (artifacts is [var distribution] ? distribution : throw new EngineException($"{archive} holds {file}, which its pom does not explain: pack it again."));
            yield return new ManifestEntry(archive, file, artifact.Coordinates, Licences.Of(artifact), sum);
        }
    }

    private static string NoticesOf(ArchiveContent packed) =>
        "Licence and notice texts in this archive, each once, with the files that carry it.\n" + string.Concat(
            packed.Notices.OrderBy(notice => notice.Value[0], StringComparer.Ordinal)
                .Select(notice => $"\n{new string('=', 100)}\n{string.Join("\n", notice.Value)}\n{new string('=', 100)}\n{notice.Key.TrimEnd()}\n"));

    private sealed class Fraction(PartPom pom, long all, IProgress<EngineProgress> progress) : IProgress<long>
    {
        public void Report(long value) => progress.Report(new EngineProgress(pom.Name, "packing", Math.Min(0.999, value / (double)all)));
    }
}
