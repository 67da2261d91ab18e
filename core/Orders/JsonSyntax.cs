using System.Globalization;
using System.Text.Json;

namespace SpecialDelivery.Core.Orders;

/// <summary>What JSON forbids and the reader lets pass, and what to tell the sender.</summary>
internal static class JsonSyntax
{
    private const int MaxEcho = 64;

    /// <summary>Whether a document escapes one half of a surrogate pair without the other, which names no character.</summary>
    /// <param name="value">Any bytes; where they are no JSON, another check says so.</param>
    public static bool HasUnpairedSurrogate(ReadOnlySpan<byte> value)
    {
        for (int at = value.IndexOf((byte)'\\'); at >= 0; at = value.IndexOf((byte)'\\'))
        {
            value = value[at..];
            int unit = EscapedUnit(value);
            bool isPair = unit is >= 0xD800 and <= 0xDBFF && EscapedUnit(value[6..]) is >= 0xDC00 and <= 0xDFFF;
            if (unit is >= 0xD800 and <= 0xDFFF && !isPair)
            {
                return true;
            }

            value = value[Math.Min(isPair ? 12 : 2, value.Length)..];
        }

        return false;
    }

    /// <summary>What is wrong with bytes that are no UTF-8.</summary>
    public static string NotUtf8(ReadOnlySpan<byte> value) =>
        value.StartsWith<byte>([0xFF, 0xFE]) || value.StartsWith<byte>([0xFE, 0xFF])
            ? "The value is UTF-16; UTF-8 without a byte order mark is expected."
            : "The value is not valid UTF-8.";

    /// <summary>What the reader found, without repeating the record.</summary>
    public static string Describe(ReadOnlySpan<byte> value, JsonException fault)
    {
        if (value.IsEmpty)
        {
            return "The value is empty; a JSON object is expected.";
        }

        if (value.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
        {
            return "The value starts with a byte order mark; UTF-8 without one is expected.";
        }

        // The reader's message may quote the record, so all of it is cut; its own words on the place are replaced by ours.
        string message = fault.Message.Split(" LineNumber:", 2)[0];
        message = message.Length > MaxEcho ? $"{message.AsSpan(0, MaxEcho)}…" : message;
        return fault.LineNumber is { } line
            ? $"Not one well-formed JSON object, line {line + 1}, byte {fault.BytePositionInLine + 1}: {message}"
            : $"Not one well-formed JSON object: {message}";
    }

    /// <summary>What stands where something else is expected.</summary>
    /// <param name="token">The value's first token; <see cref="JsonTokenType.None"/> when there is no value.</param>
    public static string Found(JsonTokenType token) => token switch
    {
        JsonTokenType.None => "is missing",
        JsonTokenType.Null => "is null",
        JsonTokenType.True or JsonTokenType.False => "is a boolean",
        JsonTokenType.String => "is a string",
        JsonTokenType.StartArray => "is an array",
        JsonTokenType.StartObject => "is an object",
        _ => "is a number",
    };

    private static int EscapedUnit(ReadOnlySpan<byte> value) =>
        value.Length >= 6 && value[0] == '\\' && value[1] == 'u' && ushort.TryParse(value[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit)
            ? unit
            : -1;
}
