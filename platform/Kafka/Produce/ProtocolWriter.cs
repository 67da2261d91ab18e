using System.Buffers.Binary;
using System.Text;

namespace SpecialDelivery.Platform.Kafka.Produce;

/// <summary>Writes a request: its size, its header, then whatever its kind wants. Source: "Kafka protocol guide", kafka.apache.org/protocol.</summary>
internal sealed class ProtocolWriter
{
    private const int SizeBytes = sizeof(int);
    private const string ClientId = "special-delivery";

    private byte[] _bytes = new byte[256];
    private int _length;

    /// <summary>What was written, its size first.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>Starts a request.</summary>
    /// <param name="apiKey">Kind.</param>
    /// <param name="apiVersion">Version of that kind.</param>
    /// <param name="correlation">Comes back with the answer.</param>
    public void Begin(short apiKey, short apiVersion, int correlation)
    {
        _length = SizeBytes;
        Int16(apiKey);
        Int16(apiVersion);
        Int32(correlation);
        Text(ClientId);
    }

    /// <summary>Ends a request.</summary>
    /// <param name="following">Bytes of it that are sent after these.</param>
    public void End(int following = 0) => BinaryPrimitives.WriteInt32BigEndian(_bytes, _length - SizeBytes + following);

    public void Int16(short value)
    {
        BinaryPrimitives.WriteInt16BigEndian(Room(sizeof(short)), value);
    }

    public void Int32(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(Room(sizeof(int)), value);
    }

    public void Bool(bool value) => Room(1)[0] = value ? (byte)1 : (byte)0;

    public void Text(string? value)
    {
        Int16((short)(value?.Length ?? -1));
        Encoding.ASCII.GetBytes(value ?? "", Room(value?.Length ?? 0));
    }

    private Span<byte> Room(int bytes)
    {
        if (_length + bytes > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + bytes));
        }

        Span<byte> room = _bytes.AsSpan(_length, bytes);
        _length += bytes;
        return room;
    }
}
