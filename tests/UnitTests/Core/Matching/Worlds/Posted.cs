using System.Buffers;
using System.Text;
using SpecialDelivery.Core.Matching;
using SpecialDelivery.Core.Orders;

namespace UnitTests.Core.Matching.Worlds;

/// <summary>A record of an input topic, before it is written as bytes: a trip, a package, a tombstone, or junk.</summary>
internal sealed record Posted(bool IsTrip, int Partition, long Offset, long Timestamp, string Id, Trip? Trip = null, Package? Package = null, string? Junk = null)
{
    public bool IsTombstone => Trip is null && Package is null && Junk is null;

    public OrderRecord ToRecord() =>
        new(IsTrip, Partition, Offset, Timestamp, Encoding.UTF8.GetBytes(Id), IsTombstone ? default(ReadOnlyMemory<byte>?) : Value());

    public byte[] Value()
    {
        ArrayBufferWriter<byte> value = new();
        if (Trip is not null)
        {
            OrderJson.Write(Trip, value);
        }
        else if (Package is not null)
        {
            OrderJson.Write(Package, value);
        }
        else
        {
            value.Write(Encoding.UTF8.GetBytes(Junk!));
        }

        return value.WrittenSpan.ToArray();
    }
}
