using System.Buffers;
using System.IO.Compression;

namespace SpecialDelivery.Engine.Offline;

/// <summary>A write-only stream that compresses with Brotli's largest standard window.</summary>
/// <remarks><see cref="BrotliStream"/> does not let its caller choose the window; jars repeat each other's classes megabytes apart, so the window is what matters here.</remarks>
internal sealed class BrotliWriter(Stream output, int quality) : Stream
{
    private const int WindowBits = 24;

    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
    private BrotliEncoder _encoder = new(quality, WindowBits);
    private bool _finished;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => Compress(buffer, isFinalBlock: false);

    public override void Flush()
    {
        // A flush in mid-stream would only cost compression: the stream is complete when it is disposed.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_finished)
        {
            _finished = true;
            Compress([], isFinalBlock: true);
            _encoder.Dispose();
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        base.Dispose(disposing);
    }

    private void Compress(ReadOnlySpan<byte> source, bool isFinalBlock)
    {
        OperationStatus status;
        do
        {
            status = _encoder.Compress(source, _buffer, out int consumed, out int written, isFinalBlock);
            if (status == OperationStatus.InvalidData)
            {
                throw new InvalidDataException("Brotli refused its input.");
            }

            output.Write(_buffer, 0, written);
            source = source[consumed..];
        }
        while (status == OperationStatus.DestinationTooSmall);
    }
}
