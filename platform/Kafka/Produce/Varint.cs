namespace SpecialDelivery.Platform.Kafka.Produce;

/// <summary>Kafka's variable-length integers: zigzag, seven bits a byte, least first.</summary>
internal static class Varint
{
    /// <summary>Longest form, bytes.</summary>
    public const int MaxBytes = 10;

    /// <summary>How many bytes a number takes.</summary>
    public static int Size(long value)
    {
        ulong zigzag = ZigZag(value);
        int size = 1;
        while (zigzag >= 0x80)
        {
            zigzag >>= 7;
            size++;
        }

        return size;
    }

    /// <summary>Writes a number.</summary>
    /// <returns>How many bytes it took.</returns>
    public static int Write(Span<byte> to, long value)
    {
        ulong zigzag = ZigZag(value);
        int at = 0;
        while (zigzag >= 0x80)
        {
            to[at++] = (byte)(zigzag | 0x80);
            zigzag >>= 7;
        }

        to[at++] = (byte)zigzag;
        return at;
    }

    private static ulong ZigZag(long value) => ((ulong)value << 1) ^ (ulong)(value >> 63);
}
