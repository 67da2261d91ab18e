using System.Globalization;

namespace SpecialDelivery.Producer.Commands;

/// <summary>Parts of a whole on the command line.</summary>
internal static class Fraction
{
    /// <summary>Reads a part.</summary>
    /// <param name="text">A number of 0 to 1, or 0% to 100%.</param>
    /// <returns>0 to 1, null for anything else.</returns>
    public static double? Parse(string text)
    {
        bool isPercent = text.EndsWith('%');
        ReadOnlySpan<char> number = isPercent ? text.AsSpan(0, text.Length - 1) : text;
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && value / (isPercent ? 100 : 1) is >= 0 and <= 1 and var part
            ? part
            : null;
    }
}
