using System.Diagnostics;
using Confluent.Kafka;

namespace SpecialDelivery.Platform.Kafka;

/// <summary>Kafka does not answer, or refuses what was asked of it.</summary>
/// <param name="message">What was asked, of whom, and what came back.</param>
/// <param name="cause">The client's own fault.</param>
public sealed class TopicException(string message, Exception? cause = null) : Exception(message, cause)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Asks Kafka, and puts a fault into words.</summary>
    internal static T Ask<T>(string bootstrap, string what, Func<T> question)
    {
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return question();
            }
            catch (KafkaException e) when (IsSettling(e.Error.Code) && Stopwatch.GetElapsedTime(start) < Patience)
            {
                Thread.Sleep(Pause);
            }
            catch (KafkaException e)
            {
                throw Of(bootstrap, what, e);
            }
        }
    }

    /// <summary>A topic just made, or a broker just started, has no leader or coordinator for a moment: that is waited for, not reported.</summary>
    private static bool IsSettling(ErrorCode code) => code is
        ErrorCode.NotLeaderForPartition or ErrorCode.LeaderNotAvailable or ErrorCode.Local_UnknownPartition
        or ErrorCode.NotCoordinatorForGroup or ErrorCode.GroupCoordinatorNotAvailable or ErrorCode.GroupLoadInProgress;

    internal static TopicException Of(string bootstrap, string what, KafkaException cause) => new(
        cause.Error.Code switch
        {
            ErrorCode.Local_AutoOffsetReset or ErrorCode.OffsetOutOfRange =>
                $"Kafka at {bootstrap} no longer has the records that {what} asks for ({cause.Error.Reason}): they were deleted, or the broker came back with another log. Nothing is skipped silently.",
            _ => $"Kafka at {bootstrap}: {what} failed: {cause.Error.Reason} ({cause.Error.Code}). Check that the broker runs and the topic is there.",
        },
        cause);
}
