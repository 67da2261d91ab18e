namespace SpecialDelivery.Engine.Servers;

/// <summary>Every kind of server the engine can run.</summary>
internal static class AllServers
{
    /// <summary>One of each, in the order people read them.</summary>
    public static IReadOnlyList<IServer> From(ServerContext context) =>
    [
        new KafkaServer(context),
        new RedisServer(context),
        new ElasticsearchServer(context),
        new SparkMasterServer(context),
        new SparkWorkerServer(context),
    ];
}
