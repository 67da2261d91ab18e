using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Microsoft.Spark.Interop.Wire;

/// <summary>Decodes the values of replies and of callback arguments: a type letter followed by text.</summary>
internal static class WireValue
{
    /// <summary>One value; Java objects come as <see cref="RemoteObject"/>.</summary>
    /// <exception cref="GatewayException">The bytes are no value of the protocol.</exception>
    public static object? Decode(ReadOnlySpan<byte> part)
    {
        if (part.IsEmpty)
        {
            throw new GatewayException("The JVM sent an empty value.");
        }

        ReadOnlySpan<byte> text = part[1..];
        switch ((char)part[0])
        {
            case 'v' or 'n':
                return null;
            case 'b':
                return Ascii(text).Equals("true", StringComparison.OrdinalIgnoreCase);
            case 'i':
                // AtomicLong and other Java numbers come with this letter too.
                long number = Integer(text);
                return number is >= int.MinValue and <= int.MaxValue ? (object)(int)number : number;
            case 'L':
                return Integer(text);
            case 'd':
                return Floating(Ascii(text));
            case 'D':
                return Decimal(Ascii(text));
            case 's':
                return Unescape(text);
            case 'j':
                return Bytes(text);
            case 'r' or 't' or 'l' or 'a' or 'h' or 'g':
                return new RemoteObject((char)part[0], Ascii(text));
            default:
                throw Unreadable("value", part);
        }
    }

    /// <summary>Text in which backslash, CR and LF travel as two characters each.</summary>
    public static string Unescape(ReadOnlySpan<byte> text)
    {
        int at = text.IndexOf((byte)'\\');
        if (at < 0)
        {
            return Encoding.UTF8.GetString(text);
        }

        byte[] plain = ArrayPool<byte>.Shared.Rent(text.Length);
        try
        {
            int length = 0;
            while (at >= 0 && at + 1 < text.Length)
            {
                text[..at].CopyTo(plain.AsSpan(length));
                length += at;
                plain[length++] = text[at + 1] switch { (byte)'n' => (byte)'\n', (byte)'r' => (byte)'\r', var other => other };
                text = text[(at + 2)..];
                at = text.IndexOf((byte)'\\');
            }

            text.CopyTo(plain.AsSpan(length));
            return Encoding.UTF8.GetString(plain, 0, length + text.Length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(plain);
        }
    }

    public static string Ascii(ReadOnlySpan<byte> text) => Encoding.ASCII.GetString(text);

    private static long Integer(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out long number, out int used) && used == text.Length ? number : throw Unreadable("integer", text);

    private static double Floating(string text) => text switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    // Java decimals have no limit; a C# decimal holds 28 digits. Rounding one silently would be worse than failing.
    private static decimal Decimal(string text)
    {
        decimal number = decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return number.ToString(CultureInfo.InvariantCulture) == text
            ? number
            : throw new OverflowException($"The Java decimal {text} does not fit a C# decimal (28 digits). Cast it to a string or a double in Java.");
    }

    private static byte[] Bytes(ReadOnlySpan<byte> base64)
    {
        byte[] bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(base64.Length)];
        return Base64.DecodeFromUtf8(base64, bytes, out _, out int written) == OperationStatus.Done
            ? bytes[..written]
            : throw Unreadable("byte array", base64);
    }

    private static GatewayException Unreadable(string what, ReadOnlySpan<byte> part) =>
        new($"The JVM sent an {what} this program cannot read: {Encoding.UTF8.GetString(part[..Math.Min(part.Length, 200)])}");
}
