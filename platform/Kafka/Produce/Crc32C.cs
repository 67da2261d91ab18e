using System.Buffers.Binary;
using System.Numerics;

namespace SpecialDelivery.Platform.Kafka.Produce;

/// <summary>The checksum of record batches: CRC-32C (Castagnoli), RFC 3720 appendix B.4; one processor instruction per eight bytes where there is one.</summary>
internal static class Crc32C
{
    /// <summary>Checksum of some bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        while (bytes.Length >= sizeof(ulong))
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (byte one in bytes)
        {
            crc = BitOperations.Crc32C(crc, one);
        }

        return ~crc;
    }
}
