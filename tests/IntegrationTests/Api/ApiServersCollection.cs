namespace IntegrationTests.Api;

/// <summary>The test classes that share one service and its servers.</summary>
[CollectionDefinition(nameof(ApiServers))]
public sealed class ApiServersCollection : ICollectionFixture<ApiServers>;
