using System.Text.Json;

namespace SpecialDelivery.Jobs.Events;

/// <summary>A batch of events in figures.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Records">Records read, by the topic's offsets.</param>
/// <param name="Counted">Events counted in windows.</param>
/// <param name="Late">Events kept, but too late to be counted.</param>
/// <param name="Clamped">Events filed under their receipt; among those counted.</param>
/// <param name="DeadLetters">Records that are no events.</param>
/// <param name="Refused">Events that the index did not take; among those counted or late.</param>
/// <param name="Windows">Counts changed.</param>
/// <param name="Laps">Where the time went.</param>
internal sealed record EventsReport(long Id, long Records, long Counted, long Late, long Clamped, int DeadLetters, int Refused, int Windows, Laps Laps)
{
    /// <summary>Records of which nothing became: 0, or the batch failed.</summary>
    public long Unaccounted => Records - Counted - Late - DeadLetters;

    /// <summary>One line for a program: a JSON object.</summary>
    public string ToJson() => JsonSerializer.Serialize(new
    {
        batch = Id,
        records = Records,
        good = Counted,
        late = Late,
        clamped = Clamped,
        dead_letters = DeadLetters,
        index_refused = Refused,
        seconds = Laps.Total.TotalSeconds,
        steps = Laps.Seconds,
    });

    /// <summary>One line for the operator.</summary>
    public override string ToString() =>
        $"batch {Id}: {Records:N0} records ({Counted:N0} counted, {Late:N0} late, {DeadLetters:N0} dead, {Clamped:N0} clamped, {Refused:N0} refused by the index), {Windows:N0} windows; "
        + $"{Records / Math.Max(Laps.Total.TotalSeconds, 0.001):N0}/s ({Laps.Total.TotalSeconds:0.00} s: {Laps})";
}
