namespace UnitTests.Architecture;

/// <summary>The arrows of the architecture: who may use whom.</summary>
/// <remarks>The programs never refer to each other, they meet in the names that core declares; core and spark are leaves; each client library has one home.</remarks>
internal static class AllowedReferences
{
    public const string Core = "SpecialDelivery.Core";
    public const string Spark = "SparkGateway";
    public const string Platform = "SpecialDelivery.Platform";
    public const string Engine = "SpecialDelivery.Engine";
    public const string Jobs = "SpecialDelivery.Jobs";
    public const string Producer = "SpecialDelivery.Producer";
    public const string Api = "SpecialDelivery.Api";
    public const string Cli = "SpecialDelivery.Cli";
    public const string Bench = "SpecialDelivery.Bench";

    private const string OpenApi = "Microsoft.AspNetCore.OpenApi";
    private const string CommandLine = "System.CommandLine";

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        [Core] = [],
        [Spark] = [],
        [Platform] = [Core, "Confluent.Kafka", "StackExchange.Redis"],
        [Engine] = [],
        [Jobs] = [Core, Platform, Spark, CommandLine],
        [Producer] = [Core, Platform, CommandLine],
        [Api] = [Core, Platform, OpenApi, "Microsoft.OpenApi", CommandLine],
        [Cli] = [Core, Platform, Engine, CommandLine],
        [Bench] = [Core, Platform, Engine, CommandLine],
    };

    /// <summary>All assemblies of the product.</summary>
    public static IReadOnlyCollection<string> Assemblies => Allowed.Keys;

    /// <summary>Finds wrong arrows.</summary>
    /// <param name="graph">What each assembly refers to, the platform's own left out.</param>
    /// <returns>One sentence per wrong arrow; empty when all are allowed.</returns>
    public static IEnumerable<string> Violations(IReadOnlyDictionary<string, string[]> graph)
    {
        foreach ((string assembly, string[] references) in graph)
        {
            if (!Allowed.TryGetValue(assembly, out string[]? allowed))
            {
                yield return $"{assembly} has no place in the architecture: say in {nameof(AllowedReferences)} what it may use.";
                continue;
            }

            foreach (string reference in references.Except(allowed))
            {
                yield return $"{assembly} must not use {reference}; it may use: {(allowed.Length == 0 ? "nothing" : string.Join(", ", allowed))}.";
            }
        }
    }
}
