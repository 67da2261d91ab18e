using System.Xml.Linq;

namespace SpecialDelivery.Engine.Offline;

/// <summary>The pom that names what goes into one part.</summary>
/// <param name="File">The pom.</param>
/// <param name="Name">The part's name.</param>
/// <param name="Version">The part's version.</param>
/// <param name="Dependencies">Artifact and version of each direct dependency.</param>
internal sealed record PartPom(FileInfo File, string Name, string Version, IReadOnlyList<(string Artifact, string Version)> Dependencies)
{
    private static readonly XNamespace Maven = "http://maven.apache.org/POM/4.0.0";

    /// <summary>Name of the archive that it makes.</summary>
    public string ArchiveName => $"{Name}-{Version}{OfflineArchive.Extension}";

    /// <summary>All poms of a repository.</summary>
    public static IReadOnlyList<PartPom> In(DirectoryInfo root) =>
        [.. new DirectoryInfo(Path.Combine(root.FullName, "engine", "poms")).EnumerateDirectories()
            .OrderBy(folder => folder.Name, StringComparer.Ordinal)
            .Select(folder => Read(new FileInfo(Path.Combine(folder.FullName, "pom.xml"))))];

    private static PartPom Read(FileInfo file)
    {
        XElement project = XDocument.Load(file.FullName).Root!;
        return new PartPom(file, Text(project, "artifactId"), Text(project, "version"),
            [.. project.Elements(Maven + "dependencies").Elements(Maven + "dependency").Select(one => (Text(one, "artifactId"), Text(one, "version")))]);
    }

    private static string Text(XElement element, string name) => element.Element(Maven + name)?.Value.Trim() ?? "";
}
