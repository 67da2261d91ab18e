namespace SpecialDelivery.Platform.Kafka;

/// <summary>Kafka does not keep up, or is away: nothing of the batch was sent, so the same call may be repeated later.</summary>
/// <param name="message">Who does not keep up, and with how much.</param>
public sealed class BrokerBusyException(string message) : Exception(message);
