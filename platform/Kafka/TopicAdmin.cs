using Confluent.Kafka;
using Confluent.Kafka.Admin;

namespace SpecialDelivery.Platform.Kafka;

/// <summary>Creates topics.</summary>
public static class TopicAdmin
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Creates those topics that are missing, with records kept for good; a topic that exists stays as it is.</summary>
    /// <remarks>A replay writes timestamps of years ago, which any retention by time would delete at once.</remarks>
    /// <param name="bootstrap">Kafka's <c>host:port</c>.</param>
    /// <param name="topics">Topic names.</param>
    /// <param name="partitions">Partitions of each new topic, at least 1.</param>
    /// <param name="replicas">Copies of each partition; -1 = the cluster's default.</param>
    /// <returns>The topics that were created.</returns>
    /// <exception cref="TopicException">The cluster does not answer or refuses.</exception>
    public static async Task<IReadOnlyList<string>> EnsureAsync(string bootstrap, IReadOnlyCollection<string> topics, int partitions, short replicas = -1)
    {
        ArgumentNullException.ThrowIfNull(topics);
        ArgumentOutOfRangeException.ThrowIfLessThan(partitions, 1);
        LibrdKafka.Use();
        using IAdminClient admin = new AdminClientBuilder(new AdminClientConfig { BootstrapServers = bootstrap }).SetLogHandler(Quiet.Log).Build();
        HashSet<string> present = [.. TopicException.Ask(bootstrap, "listing topics", () => admin.GetMetadata(Patience)).Topics.Select(topic => topic.Topic)];
        List<string> missing = [.. topics.Where(topic => !present.Contains(topic)).Distinct()];
        if (missing.Count == 0)
        {
            return missing;
        }

        try
        {
            await admin.CreateTopicsAsync(
                missing.Select(topic => new TopicSpecification
                {
                    Name = topic,
                    NumPartitions = partitions,
                    ReplicationFactor = replicas,
                    Configs = new Dictionary<string, string> { ["retention.ms"] = "-1", ["cleanup.policy"] = "delete" },
                }),
                new CreateTopicsOptions { OperationTimeout = Patience, RequestTimeout = Patience }).ConfigureAwait(false);
        }
        catch (CreateTopicsException e) when (e.Results.All(IsThere))
        {
            // Another process was quicker with some of them: they are there, which is all that was asked.
        }
        catch (KafkaException e)
        {
            throw TopicException.Of(bootstrap, $"creating topics {string.Join(", ", missing)}", e);
        }

        return missing;

        static bool IsThere(CreateTopicReport report) => report.Error.Code is ErrorCode.NoError or ErrorCode.TopicAlreadyExists;
    }
}
