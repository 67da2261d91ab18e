using System.Text.RegularExpressions;

namespace SpecialDelivery.Engine.Offline;

/// <summary>The JVM parts in the repository: found by name, so that an upgrade replaces one archive and its sum.</summary>
public sealed partial class EngineParts
{
    /// <summary>Spark with its Kafka source and Elasticsearch connector: <c>jars/</c>.</summary>
    public const string Spark = "spark";

    /// <summary>The Kafka server and its tools: <c>jars/</c>.</summary>
    public const string Kafka = "kafka";

    /// <summary>The Elasticsearch distribution.</summary>
    public const string Elasticsearch = "elasticsearch";

    private readonly Dictionary<string, EnginePart> _parts;

    private EngineParts(IEnumerable<EnginePart> parts) => _parts = parts.ToDictionary(part => part.Name, StringComparer.Ordinal);

    /// <summary>No parts, for questions that need none.</summary>
    internal static EngineParts None { get; } = new([]);

    /// <summary>All parts.</summary>
    public IReadOnlyCollection<EnginePart> All => _parts.Values;

    /// <summary>The folder of the archives in a repository.</summary>
    public static DirectoryInfo FolderIn(DirectoryInfo root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return new DirectoryInfo(Path.Combine(root.FullName, "engine", "offline"));
    }

    /// <summary>Reads which parts a folder of archives holds.</summary>
    /// <exception cref="EngineException">The list of sums is missing or malformed.</exception>
    public static EngineParts In(DirectoryInfo folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        string sums = Path.Combine(folder.FullName, Sha256Sums.FileName);
        if (!File.Exists(sums))
        {
            throw new EngineException($"{sums} is missing: the clone is incomplete, or 'sd engine pack' was never run.");
        }

        return new EngineParts(Sha256Sums.Parse(File.ReadLines(sums))
            .Select(sum => (Match: ArchiveName().Match(sum.Key), sum.Key, sum.Value))
            .Where(sum => sum.Match.Success)
            .Select(sum => new EnginePart(
                sum.Match.Groups["name"].Value, sum.Match.Groups["version"].Value, new FileInfo(Path.Combine(folder.FullName, sum.Key)), sum.Value)));
    }

    /// <summary>One part.</summary>
    /// <exception cref="EngineException">The repository holds no such part.</exception>
    public EnginePart this[string name] => _parts.TryGetValue(name, out EnginePart? part)
        ? part
        : throw new EngineException($"The repository holds no part '{name}': {string.Join(", ", _parts.Keys.Order())} are there. 'sd engine pack' makes it.");

    [GeneratedRegex("^(?<name>[a-z]+)-(?<version>[0-9][0-9.]*)" + @"\.tar\.br$")]
    private static partial Regex ArchiveName();
}
