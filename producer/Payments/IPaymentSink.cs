namespace SpecialDelivery.Producer.Payments;

/// <summary>Where one thread's payments go.</summary>
internal interface IPaymentSink : IDisposable
{
    /// <summary>Records that are safe; may be read from any thread.</summary>
    long Acknowledged { get; }

    /// <summary>Hands a record over.</summary>
    /// <param name="value">Value; copied.</param>
    /// <param name="timestamp">Unix milliseconds.</param>
    /// <param name="label">Header value of what is odd about it; empty for none.</param>
    void Write(ReadOnlySpan<byte> value, long timestamp, ReadOnlySpan<byte> label);

    /// <summary>Sends what has waited long enough.</summary>
    void Poll();

    /// <summary>Waits until everything is acknowledged.</summary>
    void Flush();
}
