using System.Text.Json;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Platform.Kafka;

namespace SpecialDelivery.Jobs.Recovery;

/// <summary>Reads topic <c>unmatched</c>: since when packages wait, and which reason was told last.</summary>
/// <param name="kafka">Kafka's <c>host:port</c>.</param>
internal sealed class WaitingReasons(string kafka)
{
    /// <summary>Reads all events up to now; those of one package come in their order.</summary>
    /// <param name="cancel">Stops reading.</param>
    /// <returns>The events, read while they are enumerated.</returns>
    /// <exception cref="FormatException">A record is none: the topic is written by others than matchers.</exception>
    public IEnumerable<UnmatchedEvent> Read(CancellationToken cancel) => new TopicReader(kafka).Read([Topics.Unmatched], cancel).Select(Parse);

    private static UnmatchedEvent Parse(TopicRecord record)
    {
        try
        {
            return JsonSerializer.Deserialize(record.Value, EventJson.Default.UnmatchedEvent) ?? throw new JsonException("The value is null.");
        }
        catch (JsonException e)
        {
            throw new FormatException($"Record {record.Topic}/{record.Partition}/{record.Offset} is no event of its topic: {e.Message}", e);
        }
    }
}
