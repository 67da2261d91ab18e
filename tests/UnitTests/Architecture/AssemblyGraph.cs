using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace UnitTests.Architecture;

/// <summary>Which assembly refers to which, read from the built files without loading them.</summary>
internal static class AssemblyGraph
{
    /// <summary>Reads assemblies.</summary>
    /// <param name="files">Paths of built assemblies.</param>
    /// <returns>The names that each one refers to, the platform's own left out.</returns>
    public static Dictionary<string, string[]> Read(IEnumerable<string> files) =>
        files.Select(ReadOne).ToDictionary(one => one.Name, one => one.References);

    private static (string Name, string[] References) ReadOne(string file)
    {
        using PEReader image = new(File.OpenRead(file));
        MetadataReader metadata = image.GetMetadataReader();
        return (
            metadata.GetString(metadata.GetAssemblyDefinition().Name),
            [.. metadata.AssemblyReferences
                .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
                .Where(name => !IsFramework(name))
                .Order(StringComparer.Ordinal)]);
    }

    private static bool IsFramework(string name) =>
        ((Type[])[typeof(object), typeof(Microsoft.AspNetCore.Http.HttpContext)]).Any(known => File.Exists(Path.Combine(Path.GetDirectoryName(known.Assembly.Location)!, name + ".dll")));
}
