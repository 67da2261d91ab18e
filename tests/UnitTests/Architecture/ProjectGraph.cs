using System.Xml.Linq;

namespace UnitTests.Architecture;

/// <summary>Which project refers to which, read from the project files: an arrow counts even before code uses it.</summary>
internal static class ProjectGraph
{
    /// <summary>Reads all projects of the product.</summary>
    /// <returns>The projects and packages that each one refers to; what only helps to build is left out.</returns>
    public static Dictionary<string, string[]> Read() => Directory
        .EnumerateFiles(Repository.Root, "*.csproj", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file), References);

    private static string[] References(string file)
    {
        XDocument project = XDocument.Load(file);
        return
        [
            .. project.Descendants("ProjectReference")
                .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
                .Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!)),
            .. project.Descendants("PackageReference")
                .Where(reference => (string?)reference.Attribute("PrivateAssets") != "all")
                .Select(reference => (string)reference.Attribute("Include")!),
            .. project.Descendants("Reference").Select(reference => (string)reference.Attribute("Include")!),
        ];
    }
}
