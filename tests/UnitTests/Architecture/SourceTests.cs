using System.Text.RegularExpressions;

namespace UnitTests.Architecture;

/// <summary>A file is where its name says, and holds what its name says.</summary>
public sealed partial class SourceTests
{
    private static readonly (string Folder, string Namespace)[] Parts =
    [
        ("core", AllowedReferences.Core),
        ("platform", AllowedReferences.Platform),
        ("engine", AllowedReferences.Engine),
        ("jobs", AllowedReferences.Jobs),
        ("producer", AllowedReferences.Producer),
        ("api", AllowedReferences.Api),
        ("cli", AllowedReferences.Cli),
        ("bench", AllowedReferences.Bench),
        ("tests/UnitTests", "UnitTests"),
        ("tests/IntegrationTests", "IntegrationTests"),
    ];

    [Fact]
    public void Namespaces_follow_the_folders()
    {
        string[] wrong =
        [
            .. from part in Parts
               from file in SourcesOf(part.Folder)
               let found = Namespace().Match(File.ReadAllText(file)).Groups[1].Value
               let expected = NamespaceOf(part, file)
               where found != "" && found != expected
               select $"{Path.GetRelativePath(Repository.Root, file)} is in namespace {found}, its folder says {expected}",
        ];

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_file_declares_one_type_and_bears_its_name()
    {
        string[] wrong =
        [
            .. from part in Parts
               from file in SourcesOf(part.Folder)
               let types = TopLevelType().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value).ToArray()
               let name = Path.GetFileNameWithoutExtension(file).Split('.')[0]
               where types.Length > 0 && (types.Length > 1 || types[0] != name)
               select $"{Path.GetRelativePath(Repository.Root, file)} declares {string.Join(", ", types)}",
        ];

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("public sealed partial record Trip(string Id);", "Trip")]
    [InlineData("internal readonly record struct Arrival(long At);", "Arrival")]
    [InlineData("public readonly ref struct Window", "Window")]
    [InlineData("public interface IClaimStore", "IClaimStore")]
    [InlineData("public enum Admission", "Admission")]
    [InlineData("    private sealed class Nested", "")]
    [InlineData("// class of its own", "")]
    public void A_top_level_type_is_recognised(string line, string name) =>
        Assert.Equal(name, TopLevelType().Match(line).Groups[1].Value);

    private static string[] SourcesOf(string folder)
    {
        string root = Repository.PathTo(folder);
        string[] files =
        [
            .. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
                .Where(file => Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj")),
        ];
        Assert.NotEmpty(files);
        return files;
    }

    private static string NamespaceOf((string Folder, string Namespace) part, string file)
    {
        string? folder = Path.GetDirectoryName(Path.GetRelativePath(Repository.PathTo(part.Folder), file));
        return string.IsNullOrEmpty(folder) ? part.Namespace : $"{part.Namespace}.{folder.Replace(Path.DirectorySeparatorChar, '.')}";
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^(?:(?:public|internal|file|static|sealed|abstract|partial|readonly|ref|unsafe) )*(?:class|struct|interface|enum|record(?: struct| class)?) (\w+)", RegexOptions.Multiline)]
    private static partial Regex TopLevelType();
}
