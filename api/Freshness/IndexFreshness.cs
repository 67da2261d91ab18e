namespace SpecialDelivery.Api.Freshness;

/// <summary>What is known of the index's lag and of the servers, kept by <see cref="FreshnessMonitor"/>.</summary>
/// <param name="time">The wall clock.</param>
internal sealed class IndexFreshness(TimeProvider time)
{
    /// <summary>Knowledge older than this is none.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(30);

    private FreshnessView _last = new(null, null, 0);
    private long _keptSince;

    /// <summary>The lag; not known when it has not been found out for a while.</summary>
    public FreshnessView Current
    {
        get
        {
            FreshnessView last = Volatile.Read(ref _last);
            return time.GetUtcNow().ToUnixTimeSeconds() - last.AsOf > MaxAge.TotalSeconds ? last with { LagRecords = null, LagSeconds = null } : last;
        }
    }

    /// <summary>The first second whose events were not dropped for their age, unix seconds; 0 while none were.</summary>
    public long KeptSince => Volatile.Read(ref _keptSince);

    /// <summary>Notes what was found out.</summary>
    /// <param name="lagRecords">Good records the index does not hold.</param>
    /// <param name="lagSeconds">Age of the oldest of them.</param>
    /// <param name="keptSince">The first second whose events were not dropped, unix seconds; 0 while none were.</param>
    public void Set(long lagRecords, double lagSeconds, long keptSince = 0)
    {
        Volatile.Write(ref _keptSince, keptSince);
        Volatile.Write(ref _last, new(lagRecords, Math.Round(lagSeconds, 3), time.GetUtcNow().ToUnixTimeSeconds()));
    }
}
