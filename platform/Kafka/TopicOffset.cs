namespace SpecialDelivery.Platform.Kafka;

/// <summary>A place in a topic.</summary>
/// <param name="Topic">Topic name.</param>
/// <param name="Partition">Partition number, from 0.</param>
/// <param name="Offset">Offset of the next record.</param>
public readonly record struct TopicOffset(string Topic, int Partition, long Offset);
