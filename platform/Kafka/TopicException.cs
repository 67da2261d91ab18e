using Confluent.Kafka;

namespace SpecialDelivery.Platform.Kafka;

/// <summary>Kafka does not answer, or refuses what was asked of it.</summary>
/// <param name="message">What was asked, of whom, and what came back.</param>
/// <param name="cause">The client's own fault.</param>
public sealed class TopicException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Asks Kafka, and puts a fault into words.</summary>
    internal static T Ask<T>(string bootstrap, string what, Func<T> question)
    {
        try
        {
            return question();
        }
        catch (KafkaException e)
        {
            throw Of(bootstrap, what, e);
        }
    }

    internal static TopicException Of(string bootstrap, string what, KafkaException cause) => new(
        cause.Error.Code switch
        {
            ErrorCode.Local_AutoOffsetReset or ErrorCode.OffsetOutOfRange =>
                $"Kafka at {bootstrap} no longer has the records that {what} asks for ({cause.Error.Reason}): they were deleted, or the broker came back with another log. Nothing is skipped silently.",
            _ => $"Kafka at {bootstrap}: {what} failed: {cause.Error.Reason} ({cause.Error.Code}). Check that the broker runs and the topic is there.",
        },
        cause);
}
