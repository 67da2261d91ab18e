using SpecialDelivery.Core.Geo;
using SpecialDelivery.Core.Matching;
using SpecialDelivery.Core.Orders;

namespace SpecialDelivery.Jobs.Steps;

/// <summary>A decoded record of the input topics; its columns are those of <see cref="OrderDecoding"/>.</summary>
/// <param name="IsTrip">Whether it stood in the topic of trips.</param>
/// <param name="Partition">Its place.</param>
/// <param name="Offset">Its place.</param>
/// <param name="Timestamp">Its event time, unix milliseconds.</param>
/// <param name="IsPlain">Whether Spark read it and found it sound; all others come with their bytes for the strict reader.</param>
/// <param name="Key">Its key unless plain.</param>
/// <param name="Value">Its value; null for a tombstone.</param>
/// <param name="Id">Its id when plain.</param>
/// <param name="StartTime">When plain.</param>
/// <param name="EndTime">When plain.</param>
/// <param name="Space">When plain.</param>
/// <param name="Review">When plain.</param>
/// <param name="SourceLatitude">When plain.</param>
/// <param name="SourceLongitude">When plain.</param>
/// <param name="DestinationLatitude">When plain.</param>
/// <param name="DestinationLongitude">When plain.</param>
/// <param name="Distance">When plain.</param>
/// <param name="Price">When plain, of a trip.</param>
internal sealed record OrderRow(
    bool IsTrip,
    int Partition,
    long Offset,
    long Timestamp,
    bool IsPlain,
    byte[]? Key,
    byte[]? Value,
    string? Id,
    long StartTime,
    long EndTime,
    int Space,
    double Review,
    double SourceLatitude,
    double SourceLongitude,
    double DestinationLatitude,
    double DestinationLongitude,
    double Distance,
    double Price)
{
    private LatLon Source => new(SourceLatitude, SourceLongitude);

    private LatLon Destination => new(DestinationLatitude, DestinationLongitude);

    /// <summary>Hands the record to the book's door.</summary>
    /// <param name="intake">The door.</param>
    public void Enter(OrderIntake intake)
    {
        OrderRecord record = new(IsTrip, Partition, Offset, Timestamp, Key, Value is null ? default(ReadOnlyMemory<byte>?) : Value);
        if (!IsPlain)
        {
            intake.Take(record);
        }
        else if (IsTrip)
        {
            intake.Take(new Trip(Id!, StartTime, EndTime, Space, Review, Source, Destination, Distance, Price), record);
        }
        else
        {
            intake.Take(new Package(Id!, StartTime, EndTime, Space, Review, Source, Destination, Distance), record);
        }
    }
}
