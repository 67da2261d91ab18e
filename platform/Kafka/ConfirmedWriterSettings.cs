namespace SpecialDelivery.Platform.Kafka;

/// <summary>Bounds of a <see cref="ConfirmedWriter"/>.</summary>
public sealed record ConfirmedWriterSettings
{
    /// <summary>How long a record waits for others to share its request.</summary>
    public TimeSpan Linger { get; init; } = TimeSpan.FromMilliseconds(2);

    /// <summary>Most records under way; more are refused.</summary>
    public int MaxRecords { get; init; } = 100_000;

    /// <summary>Most bytes under way; more are refused.</summary>
    public int MaxBytes { get; init; } = 64 << 20;

    /// <summary>Nothing new is taken while the oldest batch under way is older than this: the broker is away.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);
}
