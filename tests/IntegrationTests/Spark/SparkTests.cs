namespace IntegrationTests.Spark;

/// <summary>All tests that share one Spark; they run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class SparkTests : ICollectionFixture<SparkFixture>
{
    public const string Name = "Spark";
}
