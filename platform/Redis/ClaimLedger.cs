using System.Text.Json;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Platform.Kafka;

namespace SpecialDelivery.Platform.Redis;

/// <summary>Reads topic <c>claims</c>.</summary>
/// <param name="bootstrap">Kafka's <c>host:port</c>.</param>
public sealed class ClaimLedger(string bootstrap)
{
    /// <summary>Reads all events up to now; those of one package come in their order.</summary>
    /// <param name="cancel">Stops reading.</param>
    /// <returns>The events, read while they are enumerated.</returns>
    /// <exception cref="FormatException">A record is no claim event: the ledger is written by others than matchers.</exception>
    public IEnumerable<ClaimEvent> Read(CancellationToken cancel)
    {
        foreach (TopicRecord record in new TopicReader(bootstrap).Read([Topics.Claims], cancel))
        {
            yield return Parse(record);
        }
    }

    /// <summary>Reads the ledger for what the store must at least remember.</summary>
    /// <param name="cancel">Stops reading.</param>
    /// <returns>Whether it is empty, and its highest fence.</returns>
    public LedgerSummary Summarize(CancellationToken cancel)
    {
        LedgerSummary summary = LedgerSummary.Empty;
        foreach (ClaimEvent entry in Read(cancel))
        {
            summary = new(IsEmpty: false, Math.Max(summary.HighestFence, entry.Fence ?? 0));
        }

        return summary;
    }

    private static ClaimEvent Parse(in TopicRecord record)
    {
        try
        {
            return JsonSerializer.Deserialize(record.Value, EventJson.Default.ClaimEvent) ?? throw new JsonException("The value is null.");
        }
        catch (JsonException e)
        {
            throw new FormatException($"Record {record.Topic}/{record.Partition}/{record.Offset} is no claim event: {e.Message}", e);
        }
    }
}
