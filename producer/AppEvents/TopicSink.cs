using SpecialDelivery.Core.Names;
using SpecialDelivery.Platform.Kafka;

namespace SpecialDelivery.Producer.AppEvents;

/// <summary>Topic <c>get_social_events</c>; a record's time is its event's.</summary>
internal sealed class TopicSink : IAppEventSink
{
    private readonly RecordWriter _writer;

    private TopicSink(RecordWriter writer) => _writer = writer;

    /// <summary>Connects, and creates the topic where it is missing.</summary>
    /// <param name="bootstrap">Kafka's <c>host:port</c>.</param>
    /// <param name="partitions">Partitions of a new topic, at least 1.</param>
    /// <exception cref="IOException">The cluster does not answer or refuses.</exception>
    public static async Task<TopicSink> OpenAsync(string bootstrap, int partitions)
    {
        try
        {
            await TopicAdmin.EnsureAsync(bootstrap, [Topics.AppEvents], partitions).ConfigureAwait(false);
            return new(new RecordWriter(bootstrap));
        }
        catch (TopicException fault)
        {
            throw new IOException($"Kafka at {bootstrap} cannot be used ({fault.Message}): start it with './sd up', or set {Variables.Kafka} to its address.", fault);
        }
    }

    /// <inheritdoc/>
    public Task SendAsync(string name, IReadOnlyList<(long Ts, byte[] Value)> events, PostCounts counts, CancellationToken giveUp)
    {
        foreach ((long ts, byte[] value) in events)
        {
            _writer.Write(Topics.AppEvents, null, value, ts * 1_000);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    /// <exception cref="RecordsLostException">The broker did not take every event.</exception>
    public async Task FinishAsync(PostCounts counts, CancellationToken giveUp)
    {
        try
        {
            await Task.Run(() => _writer.Flush(giveUp), CancellationToken.None).ConfigureAwait(false); // it blocks until the last acknowledgement
        }
        finally
        {
            counts.Accept(_writer.Acknowledged);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _writer.Dispose();
        return ValueTask.CompletedTask;
    }
}
