using SpecialDelivery.Core.Matching;
using SpecialDelivery.Core.Orders;

namespace SpecialDelivery.Jobs.Steps;

/// <summary>A record of the input topics as <see cref="OrderReading"/> read it.</summary>
/// <param name="IsTrip">Whether it stands in the topic of trips.</param>
/// <param name="Partition">Its place.</param>
/// <param name="Offset">Its place.</param>
/// <param name="Timestamp">Its event time, unix milliseconds.</param>
/// <param name="Key">Its key, when it is no order.</param>
/// <param name="Value">Its value, when it is no order; null for a tombstone.</param>
/// <param name="Trip">The trip it is.</param>
/// <param name="Package">The package it is.</param>
internal sealed record OrderRow(bool IsTrip, int Partition, long Offset, long Timestamp, byte[]? Key, byte[]? Value, Trip? Trip, Package? Package)
{
    /// <summary>Hands the record to the book's door, which judges what is no order.</summary>
    /// <param name="intake">The door.</param>
    public void Enter(OrderIntake intake)
    {
        OrderRecord record = new(IsTrip, Partition, Offset, Timestamp, Key, Value is null ? default(ReadOnlyMemory<byte>?) : Value);
        if (Trip is not null)
        {
            intake.Take(Trip, record);
        }
        else if (Package is not null)
        {
            intake.Take(Package, record);
        }
        else
        {
            intake.Take(record);
        }
    }
}
