using SpecialDelivery.Producer.Records;

namespace SpecialDelivery.Producer.Replay;

/// <summary>What a replay has sent.</summary>
public sealed class ReplayCounts
{
    private readonly long[] _byKind = new long[Enum.GetValues<RecordKind>().Length];

    /// <summary>Records sent, all kinds.</summary>
    public long Sent { get; private set; }

    /// <summary>Records among them that came after later events.</summary>
    public long Late { get; private set; }

    /// <summary>Event time of the last record sent, unix milliseconds.</summary>
    public long EventTime { get; private set; }

    /// <summary>Records of one kind.</summary>
    public long this[RecordKind kind] => _byKind[(int)kind];

    /// <summary>Counts one record.</summary>
    /// <param name="record">The record just sent.</param>
    public void Add(ProducedRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        Sent++;
        Late += record.IsLate ? 1 : 0;
        EventTime = record.SendAt;
        _byKind[(int)record.Kind]++;
    }
}
