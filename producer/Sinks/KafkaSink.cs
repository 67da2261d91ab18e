namespace SpecialDelivery.Producer.Sinks;
/// <summary>To come.</summary>
internal sealed class KafkaSink(string address) : IRecordSink
{
    /// <inheritdoc/>
    public long Acknowledged => 0;
    /// <inheritdoc/>
    public void Write(Records.ProducedRecord record) => throw new IOException(address);
    /// <inheritdoc/>
    public Task FlushAsync() => Task.CompletedTask;
    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
