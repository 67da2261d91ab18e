using System.Globalization;
using System.Text;
using SpecialDelivery.Core.Books;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Settings;
using SpecialDelivery.Platform.Kafka;

namespace SpecialDelivery.Cli.Demo;

/// <summary>Recounts the books from what lies in Kafka now.</summary>
internal static class BookReader
{
    /// <summary>Reads all topics of matching.</summary>
    /// <param name="kafka">Kafka's <c>host:port</c>.</param>
    /// <param name="settings">Settings the job ran with.</param>
    /// <param name="cancel">Stops reading.</param>
    public static RecountResult Read(string kafka, MatchingSettings settings, CancellationToken cancel)
    {
        Recount recount = new(settings, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        foreach (TopicRecord record in new TopicReader(kafka, headers: true).Read([.. Topics.Matching], cancel))
        {
            Arrival arrival = new(record.Topic, record.Partition, record.Offset, record.Timestamp, SentAt(record));
            recount.Read(arrival, record.Key, record.Value);
        }

        return recount.Result();
    }

    private static long? SentAt(in TopicRecord record) =>
        record.Header(Headers.SentAt) is { } header
        && long.TryParse(Encoding.ASCII.GetString(header), NumberStyles.None, CultureInfo.InvariantCulture, out long sent)
            ? sent
            : null;
}
