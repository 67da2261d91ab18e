using System.Buffers;
using System.Text;
using Microsoft.Spark.Rows;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Extensions.Records;

/// <summary>The .NET types without parts that a column can hold.</summary>
internal static class ScalarShapes
{
    private const int DecimalPrecision = 38;
    private const int DecimalScale = 18;
    private const decimal DecimalLimit = 1e20m; // the digits the precision leaves before the point

    public static readonly IReadOnlyDictionary<Type, Shape> All = new Dictionary<Type, Shape>
    {
        [typeof(bool)] = new ScalarShape<bool>(new BooleanType(), (pickle, value) => pickle.Boolean(value), () => new BooleanBuilder())
            .From<BooleanType, BooleanColumn>(column => row => column[row]),
        [typeof(sbyte)] = new ScalarShape<sbyte>(new ByteType(), (pickle, value) => pickle.Int32(value), Plain<sbyte>)
            .From<ByteType, FixedWidthColumn<sbyte>>(column => row => column[row]),
        [typeof(short)] = new ScalarShape<short>(new ShortType(), (pickle, value) => pickle.Int32(value), Plain<short>)
            .From<ShortType, FixedWidthColumn<short>>(column => row => column[row])
            .From<ByteType, FixedWidthColumn<sbyte>>(column => row => column[row]),
        [typeof(int)] = new ScalarShape<int>(new IntegerType(), (pickle, value) => pickle.Int32(value), Plain<int>)
            .From<IntegerType, FixedWidthColumn<int>>(column => row => column[row])
            .From<ShortType, FixedWidthColumn<short>>(column => row => column[row])
            .From<ByteType, FixedWidthColumn<sbyte>>(column => row => column[row]),
        [typeof(long)] = new ScalarShape<long>(new LongType(), (pickle, value) => pickle.Int64(value), Plain<long>)
            .From<LongType, FixedWidthColumn<long>>(column => row => column[row])
            .From<IntegerType, FixedWidthColumn<int>>(column => row => column[row])
            .From<ShortType, FixedWidthColumn<short>>(column => row => column[row])
            .From<ByteType, FixedWidthColumn<sbyte>>(column => row => column[row]),
        [typeof(float)] = new ScalarShape<float>(new FloatType(), (pickle, value) => pickle.Double(value), Plain<float>)
            .From<FloatType, FixedWidthColumn<float>>(column => row => column[row]),
        [typeof(double)] = new ScalarShape<double>(new DoubleType(), (pickle, value) => pickle.Double(value), Plain<double>)
            .From<DoubleType, FixedWidthColumn<double>>(column => row => column[row])
            .From<FloatType, FixedWidthColumn<float>>(column => row => column[row]),
        [typeof(decimal)] = new ScalarShape<decimal>(
                new DecimalType(DecimalPrecision, DecimalScale), (pickle, value) => pickle.Decimal(Fitting(value)), () => new FixedWidthBuilder<decimal, Int128>(Unscaled))
            .From<DecimalType, Decimal128Column>(column => column.Decimal),
        [typeof(string)] = new ScalarShape<string>(new StringType(), (pickle, value) => pickle.String(value), () => new BinaryBuilder<string>((text, to) => Encoding.UTF8.GetBytes(text, to)))
            .From<StringType, Utf8Column>(column => column.Text),
        [typeof(byte[])] = new ScalarShape<byte[]>(new BinaryType(), (pickle, value) => pickle.Binary(value), () => new BinaryBuilder<byte[]>((bytes, to) => to.Write(bytes)))
            .From<BinaryType, BinaryColumn>(column => row => column.Bytes(row).ToArray()),
        [typeof(ReadOnlyMemory<byte>)] = new ScalarShape<ReadOnlyMemory<byte>>(
                new BinaryType(), (pickle, value) => pickle.Binary(value.Span), () => new BinaryBuilder<ReadOnlyMemory<byte>>((bytes, to) => to.Write(bytes.Span)))
            .From<BinaryType, BinaryColumn>(column => column.Memory),
        [typeof(Date)] = Days(date => date.EpochDays, Date.FromEpochDays),
        [typeof(DateOnly)] = Days(day => day.DayNumber - EpochDay, days => DateOnly.FromDayNumber(days + EpochDay)),
        [typeof(Timestamp)] = Instants(instant => instant.EpochMicros, Timestamp.FromEpochMicros),
        [typeof(DateTime)] = Instants(time => new Timestamp(time).EpochMicros, micros => Timestamp.FromEpochMicros(micros).ToDateTime()),
        [typeof(DateTimeOffset)] = Instants(
            time => new Timestamp(time.UtcDateTime).EpochMicros,
            micros => new DateTimeOffset(Timestamp.FromEpochMicros(micros).ToDateTime())),
    };

    private static int EpochDay => DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    private static FixedWidthBuilder<T, T> Plain<T>()
        where T : unmanaged => new(value => value);

    private static ScalarShape<T> Days<T>(Func<T, int> toDays, Func<int, T> fromDays) =>
        new ScalarShape<T>(new DateType(), (pickle, value) => pickle.Int32(toDays(value)), () => new FixedWidthBuilder<T, int>(toDays))
            .From<DateType, DateColumn>(column => row => fromDays(column[row]));

    private static ScalarShape<T> Instants<T>(Func<T, long> toMicros, Func<long, T> fromMicros) =>
        new ScalarShape<T>(new TimestampType(), (pickle, value) => pickle.Int64(toMicros(value)), () => new FixedWidthBuilder<T, long>(toMicros))
            .From<TimestampType, TimestampMicrosColumn>(column => row => fromMicros(column[row]))
            .From<TimestampNtzType, TimestampMicrosColumn>(column => row => fromMicros(column[row]));

    // Spark makes null of a decimal that is too large for its column.
    private static decimal Fitting(decimal value) => Math.Abs(value) < DecimalLimit
        ? value
        : throw new ArgumentException($"The decimal {value} lies outside decimal({DecimalPrecision},{DecimalScale}), below {DecimalLimit}.");

    // The value as a whole number of 10 to the power of minus DecimalScale; what is finer is rounded, as Spark does.
    private static Int128 Unscaled(decimal value)
    {
        decimal rounded = Math.Round(Fitting(value), DecimalScale, MidpointRounding.AwayFromZero);
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(rounded, bits);
        Int128 unscaled = new((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        for (int digits = rounded.Scale; digits < DecimalScale; digits++)
        {
            unscaled *= 10;
        }

        return decimal.IsNegative(rounded) ? -unscaled : unscaled;
    }
}
