namespace UnitTests.Architecture;

/// <summary>Every arrow between the parts points the allowed way.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void Assemblies_use_only_what_they_may()
    {
        // The benchmarks are no part of the tests' output; their project file is judged below.
        string[] files = [.. AllowedReferences.Assemblies.Except([AllowedReferences.Bench]).Select(name => Path.Combine(AppContext.BaseDirectory, name + ".dll"))];

        Dictionary<string, string[]> graph = AssemblyGraph.Read(files);

        Assert.Equal(files.Length, graph.Count);
        Assert.Contains(AllowedReferences.Core, graph[AllowedReferences.Platform]); // the reader does see arrows
        Assert.Empty(AllowedReferences.Violations(graph));
    }

    [Fact]
    public void Projects_refer_only_to_what_they_may()
    {
        Dictionary<string, string[]> graph = ProjectGraph.Read();

        Assert.Equal(AllowedReferences.Assemblies.Order(StringComparer.Ordinal), graph.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(AllowedReferences.Violations(graph));
    }

    [Theory]
    [InlineData(AllowedReferences.Core, "Newtonsoft.Json")]
    [InlineData(AllowedReferences.Core, AllowedReferences.Platform)]
    [InlineData(AllowedReferences.Spark, AllowedReferences.Core)]
    [InlineData(AllowedReferences.Platform, AllowedReferences.Spark)]
    [InlineData(AllowedReferences.Platform, AllowedReferences.Engine)]
    [InlineData(AllowedReferences.Engine, AllowedReferences.Platform)]
    [InlineData(AllowedReferences.Jobs, AllowedReferences.Producer)]
    [InlineData(AllowedReferences.Jobs, AllowedReferences.Engine)]
    [InlineData(AllowedReferences.Jobs, "Confluent.Kafka")]
    [InlineData(AllowedReferences.Producer, AllowedReferences.Jobs)]
    [InlineData(AllowedReferences.Producer, AllowedReferences.Spark)]
    [InlineData(AllowedReferences.Cli, AllowedReferences.Jobs)]
    [InlineData(AllowedReferences.Cli, AllowedReferences.Producer)]
    [InlineData(AllowedReferences.Cli, AllowedReferences.Spark)]
    [InlineData(AllowedReferences.Bench, AllowedReferences.Spark)]
    public void A_wrong_arrow_is_found(string from, string to)
    {
        string violation = Assert.Single(AllowedReferences.Violations(new Dictionary<string, string[]> { [from] = [to] }));

        Assert.StartsWith($"{from} must not use {to};", violation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_without_a_place_is_found() =>
        Assert.StartsWith("SpecialDelivery.New has no place", Assert.Single(AllowedReferences.Violations(new Dictionary<string, string[]> { ["SpecialDelivery.New"] = [] })), StringComparison.Ordinal);
}
