namespace SpecialDelivery.Api.Freshness;

/// <summary>When Kafka was last heard of.</summary>
/// <param name="time">The clock.</param>
internal sealed class BrokerContact(TimeProvider time)
{
    /// <summary>So long a question to Kafka may take, and a bit more.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private long _last;

    /// <summary>Whether it has answered since the service started.</summary>
    public bool IsMade => Interlocked.Read(ref _last) != 0;

    /// <summary>Whether it has answered lately.</summary>
    public bool IsFresh => Interlocked.Read(ref _last) is not 0 and var last && time.GetElapsedTime(last) < Patience;

    /// <summary>Notes that it has answered.</summary>
    public void Note() => Interlocked.Exchange(ref _last, time.GetTimestamp());
}
