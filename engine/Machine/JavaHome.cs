using System.Text.RegularExpressions;

namespace SpecialDelivery.Engine.Machine;

/// <summary>Finds a Java that Spark, Kafka and Elasticsearch all run on.</summary>
internal static partial class JavaHome
{
    /// <summary>Oldest release that Kafka 4 and Elasticsearch 8 run on.</summary>
    public const int Oldest = 17;

    /// <summary>Newest release that Spark 3.5 runs on.</summary>
    public const int Newest = 21;

    /// <summary>What to type when there is none.</summary>
    public const string Cure = "apt-get install openjdk-17-jre-headless, or set " + EngineVariables.JavaHome + " to the home of a Java 17";

    /// <summary>The first suitable one of SD_JAVA_HOME, JAVA_HOME, the path and the system's folder of JVMs.</summary>
    /// <exception cref="EngineException">There is none.</exception>
    public static DirectoryInfo Find() => TryFind()?.Home
        ?? throw new EngineException($"No Java {Oldest} to {Newest} was found: {Cure}.");

    /// <summary>As <see cref="Find"/>, with the version; null when there is none.</summary>
    public static (DirectoryInfo Home, string Version)? TryFind()
    {
        foreach (string home in Candidates())
        {
            if (VersionOf(home) is { } version && MajorOf(version) is >= Oldest and <= Newest)
            {
                return (new DirectoryInfo(home), version);
            }
        }

        return null;
    }

    /// <summary>The release number in a version: 17 for 17.0.15, 8 for 1.8.0_442; 0 when it is none.</summary>
    internal static int MajorOf(string version)
    {
        string[] numbers = version.Split('.', '_', '-', '+');
        string major = numbers is ["1", var second, ..] ? second : numbers[0];
        return int.TryParse(major, out int value) ? value : 0;
    }

    private static List<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable(EngineVariables.JavaHome) is { Length: > 0 } chosen)
        {
            return [chosen]; // a choice that does not fit is a fault, not a hint
        }

        List<string> homes = [];
        if (Environment.GetEnvironmentVariable("JAVA_HOME") is { Length: > 0 } usual)
        {
            homes.Add(usual);
        }

        if (PathProgram.Find("java") is { } java)
        {
            string real = File.ResolveLinkTarget(java.FullName, returnFinalTarget: true)?.FullName ?? java.FullName;
            homes.Add(Path.GetFullPath(Path.Combine(real, "..", "..")));
        }

        DirectoryInfo installed = new("/usr/lib/jvm");
        if (installed.Exists)
        {
            homes.AddRange(installed.EnumerateDirectories().Select(folder => folder.FullName).Order(StringComparer.Ordinal));
        }

        return homes;
    }

    private static string? VersionOf(string home)
    {
        string release = Path.Combine(home, "release");
        return File.Exists(release) && File.Exists(Path.Combine(home, "bin", "java")) && JavaVersion().Match(File.ReadAllText(release)) is { Success: true } match
            ? match.Groups[1].Value
            : null;
    }

    [GeneratedRegex("^JAVA_VERSION=\"([^\"]+)\"", RegexOptions.Multiline)]
    private static partial Regex JavaVersion();
}
