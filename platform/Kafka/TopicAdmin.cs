using System.Diagnostics;
using Confluent.Kafka;
using Confluent.Kafka.Admin;

namespace SpecialDelivery.Platform.Kafka;

/// <summary>Creates topics.</summary>
public static class TopicAdmin
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Creates those topics that are missing, with records kept for good, and waits until they can be used; a topic that exists stays as it is.</summary>
    /// <remarks>A replay writes timestamps of years ago, which any retention by time would delete at once.</remarks>
    /// <param name="bootstrap">Kafka's <c>host:port</c>.</param>
    /// <param name="topics">Topic names.</param>
    /// <param name="partitions">Partitions of each new topic, at least 1.</param>
    /// <param name="replicas">Copies of each partition; -1 = the cluster's default.</param>
    /// <returns>The topics that were created.</returns>
    /// <exception cref="TopicException">The cluster does not answer, refuses, or does not get the topics ready.</exception>
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

        await UntilReadyAsync(bootstrap, admin, missing).ConfigureAwait(false);
        return missing;

        static bool IsThere(CreateTopicReport report) => report.Error.Code is ErrorCode.NoError or ErrorCode.TopicAlreadyExists;
    }

    /// <summary>The controller creates a topic; each broker hears of it a little later, and until then denies it.</summary>
    private static async Task UntilReadyAsync(string bootstrap, IAdminClient admin, IReadOnlyCollection<string> topics)
    {
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            HashSet<string> ready =
            [
                .. TopicException.Ask(bootstrap, "listing topics", () => admin.GetMetadata(Patience)).Topics
                    .Where(topic => !topic.Error.IsError && topic.Partitions.Count > 0 && topic.Partitions.TrueForAll(partition => partition.Leader >= 0))
                    .Select(topic => topic.Topic),
            ];
            string[] late = [.. topics.Where(topic => !ready.Contains(topic))];
            if (late.Length == 0)
            {
                return;
            }

            if (Stopwatch.GetElapsedTime(start) > Patience)
            {
                throw new TopicException($"Kafka at {bootstrap} created {string.Join(", ", late)}, but gave them no leader within {Patience.TotalSeconds:0} s: look at the brokers' logs.");
            }

            await Task.Delay(Pause).ConfigureAwait(false);
        }
    }
}
