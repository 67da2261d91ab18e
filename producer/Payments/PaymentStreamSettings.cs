namespace SpecialDelivery.Producer.Payments;

/// <summary>What stream of payments is made.</summary>
internal sealed record PaymentStreamSettings
{
    /// <summary>Same seed, same payments.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Part of the payments that stand out, 0 to 0.5: in thirds by amount, place and in bursts.</summary>
    public double AnomalyFraction { get; init; } = 0.001;

    /// <summary>Part of the records that are junk instead of a payment, 0 to 1.</summary>
    public double JunkFraction { get; init; }

    /// <summary>Payments per second of event time, 1 to 100 000 000.</summary>
    public double Density { get; init; } = 100_000;

    /// <summary>Time of the first payment, unix milliseconds.</summary>
    public long Start { get; init; } = 1_767_225_600_000; // 2026-01-01T00:00:00Z

    /// <summary>Every fault of these settings at once; empty when they are sound.</summary>
    /// <returns>Sentences that name the setting, its value and its range.</returns>
    public IEnumerable<string> Faults()
    {
        if (AnomalyFraction is not (>= 0 and <= 0.5))
        {
            yield return $"{nameof(AnomalyFraction)} is {AnomalyFraction}: it must lie in 0..0.5.";
        }

        if (JunkFraction is not (>= 0 and <= 1))
        {
            yield return $"{nameof(JunkFraction)} is {JunkFraction}: it must lie in 0..1.";
        }

        if (Density is not (>= 1 and <= 100_000_000))
        {
            yield return $"{nameof(Density)} is {Density}: it must lie in 1..100000000 payments per second of event time.";
        }
    }
}
