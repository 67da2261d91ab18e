using System.Globalization;

namespace Microsoft.Spark.Rows;

/// <summary>Decimals as whole numbers of 10 to the power of minus <paramref name="scale"/>.</summary>
internal sealed class Decimal128Column(ArrowColumn.Head head, ArrowBuffer values, int scale) : FixedWidthColumn<Int128>(head, values)
{
    private const int MostScale = 28;
    private static readonly Int128 MostUnscaled = (Int128)decimal.MaxValue;

    /// <summary>The value with its scale kept.</summary>
    /// <exception cref="OverflowException">It needs more digits than a C# decimal holds (28).</exception>
    public decimal Decimal(int row)
    {
        Int128 unscaled = this[row];
        int digitsAfterPoint = scale;
        while ((digitsAfterPoint > MostScale || Int128.Abs(unscaled) > MostUnscaled) && digitsAfterPoint > 0 && unscaled % 10 == 0)
        {
            unscaled /= 10;
            digitsAfterPoint--;
        }

        if (digitsAfterPoint > MostScale || Int128.Abs(unscaled) > MostUnscaled)
        {
            throw new OverflowException(string.Create(
                CultureInfo.InvariantCulture, $"The decimal {this[row]}E-{scale} does not fit a C# decimal (28 digits). Cast the column to string or double."));
        }

        UInt128 magnitude = (UInt128)Int128.Abs(unscaled);
        return new decimal((int)(uint)magnitude, (int)(uint)(magnitude >> 32), (int)(uint)(magnitude >> 64), Int128.IsNegative(unscaled), (byte)digitsAfterPoint);
    }

    protected override object? Boxed(int row) => Decimal(row);
}
