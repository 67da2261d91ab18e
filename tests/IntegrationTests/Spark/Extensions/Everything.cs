using Microsoft.Spark.Sql.Types;

namespace IntegrationTests.Spark.Extensions;

/// <summary>A record of every type that stands for a column.</summary>
internal sealed record Everything(
    bool? Bool, sbyte? Byte, short? Short, int? Int, long? Long, float? Float, double? Double, decimal? Decimal, string? String,
    byte[]? Bytes, DateOnly? Day, DateTime? Instant, DateTimeOffset? Offset, Date? Date, Timestamp? Timestamp,
    int?[]? Ints, List<string>? Texts, IReadOnlyDictionary<string, double?>? Map, Everything.City? Place)
{
    public static Everything Full { get; } = new(
        true, -5, -300, int.MinValue, long.MaxValue, 1.5f, double.Epsilon, -79_228_162_514.264337593543950335m, "é\n\\ 世界 🚀", [0, 127, 255],
        new DateOnly(1969, 12, 31), new DateTime(1969, 12, 31, 23, 59, 59, 999, 999, DateTimeKind.Utc),
        new DateTimeOffset(2026, 11, 28, 1, 2, 3, TimeSpan.Zero), new Date(9999, 12, 31), new Timestamp(1, 1, 1, 0, 0, 0, 1),
        [1, null, 3], ["a", "🚀"], new Dictionary<string, double?> { ["x"] = 1, ["y"] = null }, new City("Zürich", new Spot(47.4, 8.5)));

    public static Everything Empty { get; } = new(
        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /// <summary>A record in a record.</summary>
    internal sealed record City(string Name, Spot Spot);

    /// <summary>A record in a record in a record.</summary>
    internal readonly record struct Spot(double Latitude, double Longitude);
}
