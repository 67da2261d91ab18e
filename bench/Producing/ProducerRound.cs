namespace SpecialDelivery.Bench.Producing;

/// <summary>Both, one after the other.</summary>
/// <param name="Ours">This product's.</param>
/// <param name="Kafkas">Kafka's <c>ProducerPerformance</c>.</param>
internal sealed record ProducerRound(ProducerRun Ours, ProducerRun Kafkas)
{
    /// <summary>Ours as a multiple of Kafka's.</summary>
    public double Ratio => Ours.PerSecond / Kafkas.PerSecond;
}
