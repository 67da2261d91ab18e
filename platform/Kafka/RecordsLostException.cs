namespace SpecialDelivery.Platform.Kafka;

/// <summary>Kafka did not take every record: whoever wrote them must write them again.</summary>
/// <param name="bootstrap">Kafka's <c>host:port</c>.</param>
/// <param name="failed">How many records failed so far.</param>
/// <param name="reason">Why the first one failed.</param>
public sealed class RecordsLostException(string bootstrap, long failed, string reason)
    : Exception($"Kafka at {bootstrap} did not take {failed} records, the first because: {reason}. Write them again.")
{
    /// <summary>How many records failed so far.</summary>
    public long Failed { get; } = failed;
}
