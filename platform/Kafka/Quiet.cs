using Confluent.Kafka;

namespace SpecialDelivery.Platform.Kafka;

/// <summary>Keeps librdkafka's running commentary off the console; what matters arrives as errors and exceptions.</summary>
internal static class Quiet
{
    public static void Log(IClient client, LogMessage message)
    {
        if (message.Level <= SyslogLevel.Critical)
        {
            Console.Error.WriteLine($"kafka: {message.Name}: {message.Message}");
        }
    }
}
