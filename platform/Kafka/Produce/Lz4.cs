using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace SpecialDelivery.Platform.Kafka.Produce;

/// <summary>LZ4 frames as Kafka reads them: independent blocks of 64 KiB, no checksums. The blocks are compressed by the system's liblz4, which librdkafka brings along.</summary>
internal static class Lz4
{
    private const int BlockBytes = 65_536;
    private const int BlockHeader = sizeof(int);
    private const uint Stored = 0x8000_0000; // flag in a block's header: not compressed

    // Magic, flags (version 1, independent blocks), block size 64 KiB, and the header's own check byte.
    private static ReadOnlySpan<byte> Header => [0x04, 0x22, 0x4D, 0x18, 0x60, 0x40, 0x82];

    /// <summary>Largest frame of so many bytes.</summary>
    public static int Bound(int bytes) => Header.Length + bytes + (((bytes / BlockBytes) + 2) * BlockHeader);

    /// <summary>Writes a frame.</summary>
    /// <param name="from">What is compressed.</param>
    /// <param name="to">At least <see cref="Bound"/> bytes.</param>
    /// <returns>Length of the frame.</returns>
    public static int Compress(ReadOnlySpan<byte> from, Span<byte> to)
    {
        Header.CopyTo(to);
        int at = Header.Length;
        while (!from.IsEmpty)
        {
            ReadOnlySpan<byte> block = from[..Math.Min(BlockBytes, from.Length)];
            Span<byte> body = to[(at + BlockHeader)..];
            int length = CompressDefault(in block[0], ref body[0], block.Length, Math.Min(block.Length - 1, body.Length));
            uint header = (uint)length;
            if (length <= 0) // it would not get smaller
            {
                block.CopyTo(body);
                length = block.Length;
                header = (uint)length | Stored;
            }

            BinaryPrimitives.WriteUInt32LittleEndian(to[at..], header);
            at += BlockHeader + length;
            from = from[block.Length..];
        }

        BinaryPrimitives.WriteUInt32LittleEndian(to[at..], 0);
        return at + BlockHeader;
    }

    [DllImport("liblz4.so.1", EntryPoint = "LZ4_compress_default")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int CompressDefault(in byte source, ref byte destination, int sourceBytes, int destinationBytes);
}
