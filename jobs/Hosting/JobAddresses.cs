using SpecialDelivery.Core.Names;

namespace SpecialDelivery.Jobs.Hosting;

/// <summary>Where the servers are.</summary>
/// <param name="Kafka">Kafka's <c>host:port</c>.</param>
/// <param name="Redis">Redis's <c>host:port</c>.</param>
/// <param name="Elasticsearch">Elasticsearch's <c>host:port</c>.</param>
/// <param name="Home">Folder for checkpoints.</param>
/// <param name="Metrics"><c>host:port</c> where the job serves its metrics; null for nowhere.</param>
internal sealed record JobAddresses(string Kafka, string Redis, string Elasticsearch, string Home, string? Metrics)
{
    /// <summary>The addresses that the environment names, else those of servers started on this machine.</summary>
    /// <param name="variable">Reads an environment variable.</param>
    public static JobAddresses From(Func<string, string?> variable) => new(
        Value(variable, Variables.Kafka, "127.0.0.1:9092"),
        Value(variable, Variables.Redis, "127.0.0.1:6379"),
        Value(variable, Variables.Elasticsearch, "127.0.0.1:9200"),
        Value(variable, Variables.Home, ".sd"),
        variable(Variables.Metrics));

    private static string Value(Func<string, string?> variable, string name, string absent) =>
        variable(name) is { Length: > 0 } value ? value : absent;
}
