using System.Buffers;

namespace SpecialDelivery.Core.Orders;

/// <summary>Goes through a text of a known form from left to right.</summary>
/// <param name="text">The text.</param>
internal ref struct FormReader(ReadOnlySpan<byte> text)
{
    // Numbers of this many digits fit 64 bits whatever they are.
    private const int MostDigits = 18;

    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789"u8);

    private ReadOnlySpan<byte> _rest = text;

    /// <summary>The whole text.</summary>
    public ReadOnlySpan<byte> Text { get; } = text;

    /// <summary>How many bytes were passed.</summary>
    public readonly int Position => Text.Length - _rest.Length;

    /// <summary>Whether nothing is left.</summary>
    public readonly bool IsAtEnd => _rest.IsEmpty;

    /// <summary>Passes over what must come next.</summary>
    /// <returns>False, and nothing is passed over, when something else comes.</returns>
    public bool Skip(ReadOnlySpan<byte> expected)
    {
        if (!_rest.StartsWith(expected))
        {
            return false;
        }

        _rest = _rest[expected.Length..];
        return true;
    }

    /// <summary>Takes as many of some bytes as come.</summary>
    public ReadOnlySpan<byte> Take(SearchValues<byte> allowed)
    {
        int length = _rest.IndexOfAnyExcept(allowed);
        ReadOnlySpan<byte> taken = length < 0 ? _rest : _rest[..length];
        _rest = _rest[taken.Length..];
        return taken;
    }

    /// <summary>Takes as many digits as come.</summary>
    public ReadOnlySpan<byte> TakeDigits() => Take(Digits);

    /// <summary>Takes a number without sign, point and leading zeros.</summary>
    public bool TakeWhole(out long number)
    {
        ReadOnlySpan<byte> digits = TakeDigits();
        number = Value(digits);
        return digits.Length is > 0 and <= MostDigits && (digits.Length == 1 || digits[0] != '0');
    }

    /// <summary>Takes a number of at most two decimals, in hundredths.</summary>
    public bool TakeCents(out long cents)
    {
        bool isNumber = TakeWhole(out cents) && cents <= long.MaxValue / 1_000;
        cents *= 100;
        if (isNumber && Skip("."u8))
        {
            ReadOnlySpan<byte> decimals = TakeDigits();
            cents += decimals.Length == 1 ? 10 * Value(decimals) : Value(decimals);
            isNumber = decimals.Length is 1 or 2;
        }

        return isNumber;
    }

    // Only what is told to be a number is used; a longer run of digits may overflow before it is refused.
    private static long Value(ReadOnlySpan<byte> digits)
    {
        long value = 0;
        foreach (byte digit in digits)
        {
            value = unchecked((value * 10) + (digit - '0'));
        }

        return value;
    }
}
