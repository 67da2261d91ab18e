namespace SpecialDelivery.Engine.Offline.Packing;

/// <summary>One artifact of a class path, as Maven resolved it.</summary>
/// <param name="Coordinates">group:artifact:version, and a classifier where there is one.</param>
/// <param name="File">Its file in the local repository; its pom lies beside it.</param>
/// <param name="Pom">Its pom.</param>
internal sealed record MavenArtifact(string Coordinates, FileInfo File, FileInfo Pom)
{
    /// <summary>Reads one line of <c>dependency:list</c> with absolute file names.</summary>
    /// <returns>Null for lines that name no artifact.</returns>
    public static MavenArtifact? Parse(string line)
    {
        // group:artifact:type[:classifier]:version:scope:/path/of/file[ -- module …]
        string[] fields = line.Trim().Split(" -- ")[0].Split(':');
        if (fields.Length is not (6 or 7))
        {
            return null;
        }

        string artifact = fields[1];
        string version = fields[^3];
        string classifier = fields.Length == 7 ? ":" + fields[3] : "";
        FileInfo file = new(fields[^1]);
        return new MavenArtifact($"{fields[0]}:{artifact}:{version}{classifier}", file, new FileInfo(Path.Combine(file.DirectoryName!, $"{artifact}-{version}.pom")));
    }
}
