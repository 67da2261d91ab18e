namespace SpecialDelivery.Producer.Payments;

/// <summary>What a run sent; grows while it runs.</summary>
internal sealed class PaymentCounts
{
    private long _sent;
    private long _bytes;
    private long _anomalies;
    private long _junk;

    /// <summary>Records handed over.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>Bytes of their values.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Records among them that stand out.</summary>
    public long Anomalies => Interlocked.Read(ref _anomalies);

    /// <summary>Records among them that are junk.</summary>
    public long Junk => Interlocked.Read(ref _junk);

    /// <summary>Adds a part.</summary>
    public void Add(long sent, long bytes, long anomalies, long junk)
    {
        Interlocked.Add(ref _sent, sent);
        Interlocked.Add(ref _bytes, bytes);
        Interlocked.Add(ref _anomalies, anomalies);
        Interlocked.Add(ref _junk, junk);
    }
}
