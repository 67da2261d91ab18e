using SpecialDelivery.Producer.Records;
using SpecialDelivery.Producer.Sinks;

namespace UnitTests.Producer;

/// <summary>Notes when, on its clock, each record came.</summary>
internal sealed class RecordingSink(TimeProvider clock) : IRecordSink
{
    public List<double> Seconds { get; } = [];

    public double? Flushed { get; private set; }

    public (int Count, CancellationTokenSource Stop)? StopAfter { get; set; }

    public long Acknowledged => Seconds.Count;

    public void Write(ProducedRecord record)
    {
        Seconds.Add(Now);
        if (StopAfter is { } after && Seconds.Count == after.Count)
        {
            after.Stop.Cancel();
        }
    }

    public Task FlushAsync()
    {
        Flushed = Now;
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private double Now => TimeSpan.FromTicks(clock.GetTimestamp()).TotalSeconds;
}
