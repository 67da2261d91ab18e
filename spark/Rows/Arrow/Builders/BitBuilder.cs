namespace Microsoft.Spark.Rows;

/// <summary>Collects bits, the first in the lowest place of the first byte.</summary>
internal sealed class BitBuilder
{
    private byte[] _bytes = new byte[64];
    private int _count;

    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, (_count + 7) >> 3);

    public void Add(bool bit)
    {
        int at = _count >> 3;
        if (at == _bytes.Length)
        {
            Array.Resize(ref _bytes, at * 2);
        }

        int place = _count++ & 7;
        byte others = place == 0 ? (byte)0 : _bytes[at]; // a byte of an earlier batch is begun anew
        _bytes[at] = bit ? (byte)(others | (1 << place)) : others;
    }

    public void Clear() => _count = 0;
}
