using Microsoft.Spark.Sql;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Core.Payments;
using static Microsoft.Spark.Sql.Functions;

namespace SpecialDelivery.Jobs.Steps;

/// <summary>Reads payments from Kafka records, each record's text once.</summary>
/// <remarks>
/// One regular expression both checks and reads a payment in its usual form. Whatever it does not match comes along as bytes, and the strict
/// reader of the domain judges it: nothing is read as null silently.
/// </remarks>
internal static class PaymentDecoding
{
    /// <summary>Kafka records → <c>IsPlain, Names, Time, Cents</c> beside the record's own columns and its <c>text</c>.</summary>
    /// <param name="records">Records of the topic.</param>
    /// <returns>One row per record; names, time and cents mean something where it is plain.</returns>
    public static DataFrame Decode(DataFrame records) => records
        .SelectExpr("partition", "offset", "key", "value", "cast(value AS string) AS text")
        .WithColumn("read", RegexpReplace(Col("text"), PaymentPattern.Pattern, PaymentPattern.Replacement))
        .SelectExpr(
            "partition",
            "offset",
            "key",
            "value",
            "text",
            "read",
            $"substring_index(substring(read, {PaymentPattern.TimeDigits + 1}), '#', 1) AS Names",
            $"cast(substring(read, 1, {PaymentPattern.TimeDigits}) AS bigint) AS Time",
            "cast(round(cast(substring_index(read, '#', -1) AS double) * 100) AS bigint) AS Cents")
        .WithColumn("IsPlain", Expr(
            "coalesce(startswith(text, '{') AND NOT startswith(read, '{')"
            + $" AND Time <= {OrderTime.Latest} AND Cents BETWEEN {PaymentLimits.MinAmountCents} AND {PaymentLimits.MaxAmountCents}, false)"))
        .Drop("read");
}
