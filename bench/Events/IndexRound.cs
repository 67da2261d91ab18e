namespace SpecialDelivery.Bench.Events;

/// <summary>The job with its search index, and clients that only fill an index.</summary>
/// <param name="JobPerSecond">Events per second of the whole job, warm batches.</param>
/// <param name="IndexPerSecond">Events per second of its indexing alone, warm batches.</param>
/// <param name="FedPerSecond">Documents per second of the clients.</param>
internal sealed record IndexRound(double JobPerSecond, double IndexPerSecond, double FedPerSecond)
{
    /// <summary>The whole job against the clients.</summary>
    public double Ratio => JobPerSecond / FedPerSecond;

    /// <inheritdoc/>
    public override string ToString() =>
        $"job {JobPerSecond:N0}/s, its indexing alone {IndexPerSecond:N0}/s, two clients that only fill an index {FedPerSecond:N0}/s; ratio {Ratio:0.00}";
}
