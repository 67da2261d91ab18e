namespace Microsoft.Spark.Rows;

/// <summary>What a batch consists of: a node for each column, and its buffers in a row, each padded to whole words.</summary>
internal sealed class ArrowBody
{
    private const int Word = 8;
    private static readonly byte[] Padding = new byte[Word];

    private readonly List<(long Length, long NullCount)> _nodes = [];
    private readonly List<(long Offset, long Length)> _buffers = [];
    private readonly List<ReadOnlyMemory<byte>> _parts = [];

    public IReadOnlyList<(long Length, long NullCount)> Nodes => _nodes;

    public IReadOnlyList<(long Offset, long Length)> Buffers => _buffers;

    /// <summary>Bytes with the padding.</summary>
    public long Length { get; private set; }

    public void AddNode(int length, int nullCount) => _nodes.Add((length, nullCount));

    public void AddBuffer(ReadOnlyMemory<byte> bytes)
    {
        _buffers.Add((Length, bytes.Length));
        _parts.Add(bytes);
        Length += Padded(bytes.Length);
    }

    public void CopyTo(Stream stream)
    {
        foreach (ReadOnlyMemory<byte> part in _parts)
        {
            stream.Write(part.Span);
            stream.Write(Padding, 0, Padded(part.Length) - part.Length);
        }
    }

    /// <summary>The least multiple of a word that is not less.</summary>
    public static int Padded(int length) => (length + Word - 1) & -Word;
}
