using SpecialDelivery.Engine;

namespace SpecialDelivery.Cli;

/// <summary>The clone and the environment this command runs in.</summary>
internal static class Surroundings
{
    /// <summary>The clone.</summary>
    public static DirectoryInfo Root { get; } = RepositoryRoot.Find();

    /// <summary>The engine's settings of this environment.</summary>
    public static EngineSettings Settings() => EngineSettings.From(Environment.GetEnvironmentVariable, Root);
}
