using Microsoft.Spark.Sql;
using SpecialDelivery.Core.Payments;
using static Microsoft.Spark.Sql.Functions;

namespace SpecialDelivery.Jobs.Steps;

/// <summary>Adds payments up by merchant, user, place and second; sums by minute and what stands out both follow from these few rows.</summary>
/// <remarks>A payment that may stand out keeps its id and so is a group of its own; so is a record that is not plain, with its bytes.</remarks>
internal static class PaymentGrouping
{
    private static readonly string[] Keys = ["Names", "Second", "Odd", "Partition", "Offset", "Key", "Value"];

    /// <summary>Decoded records → the columns of <see cref="PaymentGroupRow"/>.</summary>
    /// <param name="decoded">What <see cref="PaymentDecoding"/> made.</param>
    /// <param name="suspicion">What is kept apart; null for nothing.</param>
    public static DataFrame Group(DataFrame decoded, Suspicion? suspicion) => decoded
        .WithColumn("IsOdd", suspicion is null ? Lit(false) : Odd(suspicion))
        .SelectExpr(
            "if(IsPlain, Names, NULL) AS Names",
            "if(IsPlain, Time div 1000, 0L) AS Second",
            "if(IsPlain AND IsOdd, TransactionId, NULL) AS Odd",
            "if(IsPlain, -1, partition) AS Partition",
            "if(IsPlain, -1L, offset) AS Offset",
            "if(IsPlain, NULL, key) AS Key",
            $"if(IsPlain, NULL, substring(value, 1, {PaymentLimits.MaxRecordBytes + 1})) AS Value", // one byte too many tells the strict reader all it needs
            "if(IsPlain, Cents, 0L) AS Cents")
        .GroupBy([.. Keys.Select(Col)])
        .Agg(
            Count(Lit(1)).As("Count"),
            Sum(Col("Cents")).As("Cents"),
            Sum(Expr("cast(Cents AS double) * Cents")).As("SquaredCents"));

    private static Column Odd(Suspicion suspicion)
    {
        Column amount = Col("Cents").Gt(suspicion.UnusualCents);
        return suspicion.UsualPlaces.Count == 0
            ? amount
            : amount.Or(Not(Expr($"substring_index(Names, '{PaymentForm.Separator}', -2)").IsIn([.. suspicion.UsualPlaces])));
    }
}
