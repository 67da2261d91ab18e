using System.Globalization;
using Microsoft.Spark.Sql;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Orders;
using static Microsoft.Spark.Sql.Functions;

namespace SpecialDelivery.Jobs.Steps;

/// <summary>Reads trips and packages from Kafka records, each record's JSON once.</summary>
/// <remarks>
/// Spark reads what is plainly sound. Whatever it doubts - and it doubts more than is wrong, an unknown field for one -
/// comes along as bytes, and the strict reader of the domain judges it: one judge, so the reasons are exact, and bulk goes fast.
/// </remarks>
internal static class OrderDecoding
{
    private const string Schema =
        "id string, stime bigint, etime bigint, space int, review double, slat double, slon double, dlat double, dlon double, dist double, price double";

    // Spark's reader is lenient by default; the strict reader is not, and the two must agree on what is sound.
    private static readonly Dictionary<string, string> Strictly = new()
    {
        ["allowSingleQuotes"] = "false",
        ["allowNonNumericNumbers"] = "false",
    };

    /// <summary>Kafka records → the columns of <see cref="OrderRow"/>.</summary>
    /// <param name="records">Records of both input topics.</param>
    /// <returns>One row per record.</returns>
    public static DataFrame Decode(DataFrame records) => records
        .SelectExpr("topic = '" + Topics.Trips + "' AS IsTrip", "partition", "offset", "unix_millis(timestamp) AS timestamp", "key", "value", "cast(value AS string) AS text")
        .WithColumn("o", FromJson(Col("text"), Schema, Strictly))
        .WithColumn("IsPlain", IsPlain())
        .SelectExpr(
            "IsTrip",
            "partition AS Partition",
            "offset AS Offset",
            "timestamp AS Timestamp",
            "IsPlain",
            "if(IsPlain, NULL, key) AS Key",
            $"if(IsPlain, NULL, {Kept}) AS Value",
            "if(IsPlain, o.id, NULL) AS Id",
            Number("stime", "0L", "StartTime"),
            Number("etime", "0L", "EndTime"),
            Number("space", "0", "Space"),
            Number("review", "0D", "Review"),
            Number("slat", "0D", "SourceLatitude"),
            Number("slon", "0D", "SourceLongitude"),
            Number("dlat", "0D", "DestinationLatitude"),
            Number("dlon", "0D", "DestinationLongitude"),
            Number("dist", "0D", "Distance"),
            Number("price", "0D", "Price"));

    /// <summary>A record far too large is cut on the executors: one byte more than is allowed tells the strict reader all it needs.</summary>
    private static string Kept { get; } = $"substring(value, 1, {OrderLimits.MaxRecordBytes + 1})";

    /// <summary>In the form, under its own key, every value in its range: then nothing is left to doubt.</summary>
    private static Column IsPlain() => Coalesce(Expr(InRange) & Col("text").RLike(OrderForm.Pattern), Lit(false));

    private static string InRange { get; } = string.Join(
        " AND ",
        $"octet_length(value) <= {OrderLimits.MaxRecordBytes}",
        "cast(key AS string) = o.id",
        "o.id NOT IN ('.', '..')",
        $"o.stime BETWEEN {OrderTime.Earliest}L AND {OrderTime.Latest}L",
        $"o.etime BETWEEN {OrderTime.Earliest}L AND {OrderTime.Latest}L",
        "o.stime < o.etime",
        $"o.space BETWEEN {OrderLimits.MinSpace} AND {OrderLimits.MaxSpace}",
        Between("review", OrderLimits.MinReview, OrderLimits.MaxReview),
        Between("slat", -90, 90),
        Between("slon", -180, 180),
        Between("dlat", -90, 90),
        Between("dlon", -180, 180),
        Between("dist", 0, OrderLimits.MaxDistanceMetres),
        $"if(IsTrip, {Between("price", OrderLimits.MinReview, OrderLimits.MaxReview)}, o.price IS NULL)");

    private static string Between(string field, double low, double high) => string.Create(
        CultureInfo.InvariantCulture, $"o.{field} BETWEEN {low:R}D AND {high:R}D");

    private static string Number(string field, string absent, string name) => $"coalesce(if(IsPlain, o.{field}, NULL), {absent}) AS {name}";
}
