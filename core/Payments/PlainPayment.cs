namespace SpecialDelivery.Core.Payments;

/// <summary>A payment of the usual form; its names are still bytes of its record, so that reading one allocates nothing.</summary>
public readonly ref struct PlainPayment
{
    /// <summary>The transaction's id, ASCII.</summary>
    public ReadOnlySpan<byte> TransactionId { get; init; }

    /// <summary>Who paid, ASCII.</summary>
    public ReadOnlySpan<byte> User { get; init; }

    /// <summary>Who was paid, ASCII.</summary>
    public ReadOnlySpan<byte> Merchant { get; init; }

    /// <summary>Where, ASCII.</summary>
    public ReadOnlySpan<byte> Location { get; init; }

    /// <summary>How much, hundredths of the currency's unit.</summary>
    public long Cents { get; init; }

    /// <summary>When, unix milliseconds UTC.</summary>
    public long Time { get; init; }
}
