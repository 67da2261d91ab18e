using System.Buffers;
using System.Text;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Producer.Records;
using SpecialDelivery.Producer.Worlds;

namespace UnitTests.Producer;

/// <summary>What the strict reader says of produced orders and records.</summary>
internal static class OrderBytes
{
    public static byte[] Value(ProducedRecord record)
    {
        ArrayBufferWriter<byte> value = new();
        record.WriteValue(value);
        return value.WrittenSpan.ToArray();
    }

    public static Rejection? Judge(bool isTrip, string key, ReadOnlySpan<byte> value)
    {
        Rejection? rejection;
        _ = isTrip
            ? OrderParser.TryParseTrip(Encoding.UTF8.GetBytes(key), value, out _, out rejection)
            : OrderParser.TryParsePackage(Encoding.UTF8.GetBytes(key), value, out _, out rejection);
        return rejection;
    }

    public static void AssertReadsBack(PostedOrder order)
    {
        ArrayBufferWriter<byte> value = new();
        if (order.Trip is { } trip)
        {
            OrderJson.Write(trip, value);
            Assert.True(OrderParser.TryParseTrip(Encoding.UTF8.GetBytes(trip.Id), value.WrittenSpan, out Trip? read, out Rejection? rejection), rejection?.Detail);
            Assert.Equal(trip, read);
        }
        else
        {
            OrderJson.Write(order.Package!, value);
            Assert.True(OrderParser.TryParsePackage(Encoding.UTF8.GetBytes(order.Package!.Id), value.WrittenSpan, out Package? read, out Rejection? rejection), rejection?.Detail);
            Assert.Equal(order.Package, read);
        }
    }
}
