using System.Buffers.Binary;
using System.Text;
using SpecialDelivery.Platform.Kafka.Produce;

namespace UnitTests.Platform.Kafka;

public sealed class RecordBatchTests
{
    private const int HeaderBytes = 61;

    [Theory]
    [InlineData(0, "00")]
    [InlineData(-1, "01")]
    [InlineData(1, "02")]
    [InlineData(63, "7E")]
    [InlineData(64, "8001")]
    [InlineData(300, "D804")]
    [InlineData(long.MaxValue, "FEFFFFFFFFFFFFFFFF01")]
    [InlineData(long.MinValue, "FFFFFFFFFFFFFFFFFF01")]
    public void Variable_length_integers_are_zigzag_least_byte_first(long value, string hex)
    {
        byte[] bytes = new byte[Varint.MaxBytes];
        int length = Varint.Write(bytes, value);

        Assert.Equal(hex, Convert.ToHexString(bytes, 0, length));
        Assert.Equal(length, Varint.Size(value));
    }

    [Theory]
    [InlineData("", 0u)]
    [InlineData("123456789", 0xE3069283u)] // the check value of CRC-32C
    public void The_checksum_is_castagnolis(string text, uint checksum) => Assert.Equal(checksum, Crc32C.Of(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void A_batch_tells_its_records_times_producer_and_checksum()
    {
        RecordBatch batch = new(1_024, maxRecords: 10, compress: false);
        Assert.True(batch.TryAdd("one"u8, 1_000, default, default));
        Assert.True(batch.TryAdd("two"u8, 1_005, "h"u8, "v"u8));
        batch.Seal(partition: 3, producerId: 77, producerEpoch: 2, sequence: 40);
        ReadOnlySpan<byte> bytes = batch.Sealed.Span;

        Assert.Equal(bytes.Length - 12, BinaryPrimitives.ReadInt32BigEndian(bytes[8..]));
        Assert.Equal(2, bytes[16]);
        Assert.Equal(Crc32C.Of(bytes[21..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[17..]));
        Assert.Equal(((short)0, 1), (BinaryPrimitives.ReadInt16BigEndian(bytes[21..]), BinaryPrimitives.ReadInt32BigEndian(bytes[23..])));
        Assert.Equal((1_000L, 1_005L), (BinaryPrimitives.ReadInt64BigEndian(bytes[27..]), BinaryPrimitives.ReadInt64BigEndian(bytes[35..])));
        Assert.Equal((77L, (short)2, 40), (BinaryPrimitives.ReadInt64BigEndian(bytes[43..]), BinaryPrimitives.ReadInt16BigEndian(bytes[51..]), BinaryPrimitives.ReadInt32BigEndian(bytes[53..])));
        Assert.Equal(2, BinaryPrimitives.ReadInt32BigEndian(bytes[57..]));

        // length, attributes, time delta, offset delta, no key, value, headers
        Assert.Equal("12000000010" + "66F6E6500" + "1A000A0201" + "0674776F" + "02026802" + "76", Convert.ToHexString(bytes[HeaderBytes..]));
    }

    [Fact]
    public void A_full_batch_takes_no_more()
    {
        RecordBatch batch = new(1_024, maxRecords: 2, compress: false);

        Assert.True(batch.TryAdd(new byte[100], 0, default, default));
        Assert.False(batch.TryAdd(new byte[1_000], 0, default, default));
        Assert.True(batch.TryAdd(new byte[100], 0, default, default));
        Assert.False(batch.TryAdd(new byte[1], 0, default, default));
        Assert.Equal(2, batch.Count);

        batch.Clear();
        Assert.True(batch.TryAdd(new byte[900], 0, default, default));
    }
}
