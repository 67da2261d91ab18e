using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SpecialDelivery.Engine.Offline.Packing;

/// <summary>Finds the licence of an artifact in its pom or in that of a parent.</summary>
internal static partial class Licences
{
    /// <summary>Spellings met in poms, and the SPDX name of what they mean.</summary>
    private static readonly (string Pattern, string Spdx)[] Spellings =
    [
        (@"(^GPL-?2|GNU General Public License).*(CPE|Classpath)", "GPL-2.0-with-classpath-exception"),
        (@"GNU General Public License.*2", "GPL-2.0"),
        (@"Apache.*2.*", "Apache-2.0"),
        (@"^(EPL|Eclipse Public License).*2.*", "EPL-2.0"),
        (@"^(EDL|Eclipse Distribution License).*|.*(BSD.?3|3.Clause BSD|BSD 3|New BSD|Modified BSD).*", "BSD-3-Clause"),
        (@".*BSD.?2.*", "BSD-2-Clause"),
        (@"^(The )?MIT.*", "MIT"),
        (@"^CDDL/GPLv2\+CE$", "CDDL-1.0 | GPL-2.0-with-classpath-exception"),
        (@"^CDDL 1\.1$", "CDDL-1.1"),
        (@".*CDDL.*1\.0$", "CDDL-1.0"),
        (@"^MPL 1\.1$", "MPL-1.1"),
        (@"^LGPL 2\.1$", "LGPL-2.1"),
        (@"^Elastic License 2\.0$", "Elastic-2.0"),
        (@"^Server Side Public License.*1$", "SSPL-1.0"),
        (@".*asm\.ow2\.org.*|^Go License$|^The BSD License$", "BSD-3-Clause"),
    ];

    /// <summary>The licences of an artifact, parted by <c> | </c>.</summary>
    /// <param name="artifact">The artifact; its parents' poms lie in the same repository.</param>
    public static string Of(MavenArtifact artifact)
    {
        // …/repository/group/as/folders/artifact/version/file
        int depth = artifact.Coordinates.Split(':')[0].Split('.').Length + 3;
        DirectoryInfo repository = Enumerable.Range(0, depth - 1).Aggregate(artifact.File.Directory!, (folder, _) => folder.Parent!);
        return string.Join(" | ", Named(artifact.Pom, repository).Select(Spdx).Distinct());
    }

    /// <summary>The SPDX name of a licence as poms spell it; what no rule knows stays as it is.</summary>
    internal static string Spdx(string name)
    {
        string oneLine = Blanks().Replace(name, " ").Trim();
        return Spellings.Where(spelling => Regex.IsMatch(oneLine, spelling.Pattern, RegexOptions.IgnoreCase)).Select(spelling => spelling.Spdx).FirstOrDefault(oneLine);
    }

    private static IEnumerable<string> Named(FileInfo pom, DirectoryInfo repository)
    {
        if (!pom.Exists)
        {
            return ["not stated"];
        }

        XElement project = XDocument.Load(pom.FullName).Root!;
        XNamespace maven = project.Name.Namespace;
        string[] names = [.. project.Elements(maven + "licenses").Elements(maven + "license").Select(one => (one.Element(maven + "name") ?? one.Element(maven + "url"))?.Value ?? "not stated")];
        if (names.Length > 0)
        {
            return names;
        }

        return project.Element(maven + "parent") is { } parent ? Named(PomOf(parent, maven, repository), repository) : ["not stated"];
    }

    private static FileInfo PomOf(XElement parent, XNamespace maven, DirectoryInfo repository)
    {
        string Text(string name) => parent.Element(maven + name)!.Value.Trim();
        return new FileInfo(Path.Combine(
            [repository.FullName, .. Text("groupId").Split('.'), Text("artifactId"), Text("version"), $"{Text("artifactId")}-{Text("version")}.pom"]));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
