using SpecialDelivery.Core.Names;
using SpecialDelivery.Engine;

namespace IntegrationTests.Platform;

/// <summary>Kafka and Elasticsearch for the tests of this folder: those that the environment names, or a pair of their own.</summary>
/// <remarks>Tests take topics and indices with names of their own, so a server in use is not disturbed.</remarks>
public sealed class StreamServers : IAsyncLifetime
{
    private LocalEngine? _engine;

    public string Kafka { get; private set; } = "";

    public string Elasticsearch { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable(Variables.Kafka) is { } kafka && Environment.GetEnvironmentVariable(Variables.Elasticsearch) is { } elasticsearch)
        {
            (Kafka, Elasticsearch) = (kafka, elasticsearch);
            return;
        }

        _engine = await LocalEngine.StartTemporaryAsync(ServerSet.Kafka | ServerSet.Elasticsearch, new Progress<EngineProgress>(), CancellationToken.None);
        (Kafka, Elasticsearch) = (_engine.Addresses.Kafka, _engine.Addresses.Elasticsearch.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        if (_engine is not null)
        {
            await _engine.DisposeAsync();
        }
    }
}
