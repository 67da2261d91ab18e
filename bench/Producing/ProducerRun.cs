namespace SpecialDelivery.Bench.Producing;

/// <summary>One of the two producers in one round.</summary>
/// <param name="PerSecond">Acknowledged records per second by its own watch, its start left out.</param>
/// <param name="CpuSecondsPerMillion">Processor seconds per million records, of the producer with its start, and of the broker.</param>
internal sealed record ProducerRun(double PerSecond, double CpuSecondsPerMillion);
