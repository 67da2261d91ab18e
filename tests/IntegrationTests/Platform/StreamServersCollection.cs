namespace IntegrationTests.Platform;

/// <summary>The test classes that share one pair of servers.</summary>
[CollectionDefinition(nameof(StreamServers))]
public sealed class StreamServersCollection : ICollectionFixture<StreamServers>;
