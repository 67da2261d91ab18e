namespace SpecialDelivery.Platform.Kafka;

/// <summary>A header of a record.</summary>
/// <param name="Name">Its name; names may repeat.</param>
/// <param name="Value">Its bytes.</param>
public readonly record struct RecordHeader(string Name, byte[] Value);
