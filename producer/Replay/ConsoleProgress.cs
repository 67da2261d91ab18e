namespace SpecialDelivery.Producer.Replay;

/// <summary>Writes how a replay goes to the error stream, which leaves standard output to the records.</summary>
/// <param name="output">Standard error.</param>
internal sealed class ConsoleProgress(TextWriter output) : IProgress<ReplayProgress>
{
    private long _sent;
    private TimeSpan _at;

    /// <inheritdoc/>
    public void Report(ReplayProgress value)
    {
        double rate = (value.Counts.Sent - _sent) / (value.Elapsed - _at).TotalSeconds;
        (_sent, _at) = (value.Counts.Sent, value.Elapsed);
        output.WriteLine($"sent {value.Counts.Sent:N0}  acknowledged {value.Acknowledged:N0}  {rate:N0}/s  event time {DateTimeOffset.FromUnixTimeMilliseconds(value.Counts.EventTime):yyyy-MM-dd HH:mm:ss}Z");
    }
}
