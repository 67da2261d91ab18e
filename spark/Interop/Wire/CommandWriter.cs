using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark.Interop.Wire;

/// <summary>Builds one py4j command: UTF-8, one line per part, closed by a line "e".</summary>
/// <remarks>The exact type letter matters: py4j picks overloads by it and converts neither int to double nor long to int.</remarks>
internal sealed class CommandWriter
{
    private const int InitialSize = 1024;
    private const int LargestKept = 1 << 20;

    // Text with an unpaired surrogate has no UTF-8 form; better refused here than silently changed on its way.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly SearchValues<char> Escapes = SearchValues.Create("\\\r\n");

    [ThreadStatic]
    private static CommandWriter? _ofThisThread;

    private byte[] _buffer = new byte[InitialSize];
    private int _length;

    /// <summary>This thread's writer, emptied. A command is sent as soon as it is built, so one per thread is enough.</summary>
    public static CommandWriter Begin()
    {
        CommandWriter writer = _ofThisThread ??= new CommandWriter();
        writer.Clear();
        return writer;
    }

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    public void Clear()
    {
        _length = 0;
        if (_buffer.Length > LargestKept)
        {
            _buffer = new byte[InitialSize];
        }
    }

    /// <summary>One line of text that needs no escaping: a command, an id, a class or method name.</summary>
    public CommandWriter Line(string text) => Text(text).Byte((byte)'\n');

    /// <summary>One line made of two pieces, for a static target "z:" + class.</summary>
    public CommandWriter Line(string prefix, string text) => Text(prefix).Line(text);

    /// <summary>One argument line.</summary>
    /// <exception cref="ArgumentException">The type has no py4j form, or the text no UTF-8 form.</exception>
    public CommandWriter Argument(object? value) => Value(value).Byte((byte)'\n');

    public CommandWriter Arguments(ReadOnlySpan<object?> values)
    {
        foreach (object? value in values)
        {
            Argument(value);
        }

        return this;
    }

    public CommandWriter End() => Line("e");

    /// <summary>One encoded value without its line end.</summary>
    public CommandWriter Value(object? value) => value switch
    {
        null => Byte((byte)'n'),
        string text => Byte((byte)'s').Escaped(text),
        char letter => Byte((byte)'s').Escaped(letter.ToString()),
        bool flag => Text(flag ? "btrue" : "bfalse"),
        int number => Byte((byte)'i').Integer(number),
        short number => Byte((byte)'i').Integer(number),
        sbyte number => Byte((byte)'i').Integer(number),
        byte number => Byte((byte)'i').Integer(number),
        long number => Byte((byte)'L').Integer(number),
        float number => Byte((byte)'d').Floating(number),
        double number => Byte((byte)'d').Floating(number),
        decimal number => Byte((byte)'D').Text(number.ToString(CultureInfo.InvariantCulture)),
        byte[] bytes => Byte((byte)'j').Base64Text(bytes),
        JvmProxy proxy => Byte((byte)'f').Text(proxy.Id).Byte((byte)';').Text(string.Join(';', proxy.Interfaces)),
        IJvmObjectReferenceProvider provider => Byte((byte)'r').Text(provider.Reference.Id),
        _ => throw new ArgumentException(
            $"A {value.GetType()} cannot be passed to the JVM. Pass a string, number, bool, byte[], a Java reference or an array of such.", nameof(value)),
    };

    public CommandWriter Text(string text)
    {
        Append(text);
        return this;
    }

    public CommandWriter Byte(byte value)
    {
        Reserve(1)[0] = value;
        _length++;
        return this;
    }

    private CommandWriter Escaped(string text)
    {
        ReadOnlySpan<char> rest = text;
        for (int at = rest.IndexOfAny(Escapes); at >= 0; at = rest.IndexOfAny(Escapes))
        {
            Append(rest[..at]);
            Append(rest[at] switch { '\\' => @"\\", '\r' => @"\r", _ => @"\n" });
            rest = rest[(at + 1)..];
        }

        Append(rest);
        return this;
    }

    private CommandWriter Integer(long number)
    {
        Utf8Formatter.TryFormat(number, Reserve(20), out int written);
        _length += written;
        return this;
    }

    private CommandWriter Floating(double number) => Text(number switch
    {
        double.PositiveInfinity => "Infinity",
        double.NegativeInfinity => "-Infinity",
        double.NaN => "NaN",
        _ => number.ToString("R", CultureInfo.InvariantCulture),
    });

    private CommandWriter Base64Text(byte[] bytes)
    {
        Base64.EncodeToUtf8(bytes, Reserve(Base64.GetMaxEncodedToUtf8Length(bytes.Length)), out _, out int written);
        _length += written;
        return this;
    }

    private void Append(ReadOnlySpan<char> text)
    {
        try
        {
            _length += Utf8.GetBytes(text, Reserve(Utf8.GetMaxByteCount(text.Length)));
        }
        catch (EncoderFallbackException e)
        {
            throw new ArgumentException($"Text with an unpaired surrogate (at character {e.Index}) has no UTF-8 form and cannot be sent to the JVM.", e);
        }
    }

    private Span<byte> Reserve(int count)
    {
        if (_buffer.Length - _length < count)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, checked(_length + count)));
        }

        return _buffer.AsSpan(_length);
    }
}
