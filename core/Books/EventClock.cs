namespace SpecialDelivery.Core.Books;

/// <summary>How far the matcher's event time can have come.</summary>
/// <remarks>
/// The matcher clamps a timestamp that lies too far ahead of its clock, and its clock at that moment is not in the topics. So there are two
/// bounds: what it has certainly reached, and what it can have reached at most.
/// </remarks>
/// <param name="latest">Timestamps after this instant are clamped to <paramref name="now"/>, unix milliseconds.</param>
/// <param name="now">Wall clock of the recount, unix milliseconds.</param>
internal sealed class EventClock(long latest, long now)
{
    /// <summary>Certainly reached, unix milliseconds.</summary>
    public long Certain { get; private set; }

    /// <summary>Reached at most, unix milliseconds.</summary>
    public long Possible { get; private set; }

    /// <summary>Takes a record's timestamp in.</summary>
    /// <param name="timestamp">Unix milliseconds.</param>
    /// <param name="isGood">Whether the record is good: a refused one may have moved event time or not.</param>
    public void Note(long timestamp, bool isGood)
    {
        if (timestamp > latest)
        {
            Possible = Math.Max(Possible, now);
            return;
        }

        Possible = Math.Max(Possible, timestamp);
        Certain = isGood ? Math.Max(Certain, timestamp) : Certain;
    }
}
