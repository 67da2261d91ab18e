using Microsoft.Spark.Sql;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Core.Payments;
using static Microsoft.Spark.Sql.Functions;

namespace SpecialDelivery.Jobs.Steps;

/// <summary>Reads payments from Kafka records, each record's text once.</summary>
/// <remarks>
/// A text is cut at its quotation marks, and every piece is checked: what has the usual form needs no JSON reader. Whatever has another comes
/// along as bytes, and the strict reader of the domain judges it: nothing is read as null silently.
/// </remarks>
internal static class PaymentDecoding
{
    // 13 digits are the times from 2001 on; fewer come along for the strict reader.
    private const long LeastTime = 1_000_000_000_000;

    /// <summary>Kafka records → <c>IsPlain, Names, Time, Cents, TransactionId</c> beside the record's own columns.</summary>
    /// <param name="records">Records of the topic.</param>
    /// <returns>One row per record; names, time, cents and id mean something where it is plain.</returns>
    public static DataFrame Decode(DataFrame records) => records
        .SelectExpr("partition", "offset", "key", "value", "split(cast(value AS string), '\"') AS p")
        .SelectExpr(
            "partition",
            "offset",
            "key",
            "value",
            "p",
            $"{Joined(PaymentForm.Checked.Take(3).Select(Piece))} AS Names",
            $"cast(substring(p[{PaymentForm.Time}], 2, 13) AS bigint) AS Time",
            $"cast(round(cast(substring(p[{PaymentForm.Amount}], 2, length(p[{PaymentForm.Amount}]) - 2) AS double) * 100) AS bigint) AS Cents")
        .WithColumn("IsPlain", Expr(IsPlain).And(Expr(Joined(["Names", .. PaymentForm.Checked.Skip(3).Select(Piece)])).RLike(PaymentForm.Pattern)))
        .SelectExpr("partition", "offset", "key", "value", $"p[{PaymentForm.TransactionId}] AS TransactionId", "Names", "Time", "Cents", "coalesce(IsPlain, false) AS IsPlain");

    private static string IsPlain { get; } = string.Join(
        " AND ",
        [
            $"size(p) = {PaymentForm.Pieces}",
            .. PaymentForm.Fixed.Select(piece => piece.Value.Count == 1 ? $"p[{piece.Key}] = '{piece.Value[0]}'" : $"(p[{piece.Key}] = '{piece.Value[0]}' OR p[{piece.Key}] = '{piece.Value[1]}')"),
            $"length(p[{PaymentForm.Time}]) = 15",
            $"startswith(p[{PaymentForm.Time}], ':')",
            $"endswith(p[{PaymentForm.Time}], ',')",
            $"Time BETWEEN {LeastTime} AND {OrderTime.Latest}",
            $"Cents BETWEEN {PaymentLimits.MinAmountCents} AND {PaymentLimits.MaxAmountCents}",
        ]);

    private static string Joined(IEnumerable<string> columns) => $"concat_ws('{PaymentForm.Separator}', {string.Join(", ", columns)})";

    private static string Piece(int piece) => $"p[{piece}]";
}
