using Microsoft.Spark.Extensions;
using Microsoft.Spark.Sql;
using SpecialDelivery.Core.Payments;
using static Microsoft.Spark.Sql.Functions;

namespace SpecialDelivery.Jobs.Steps;

/// <summary>Ways to read payments and add them up by names and second, side by side; each makes <c>Count, Cents</c> of Kafka records.</summary>
/// <remarks>Only the first tells a sound payment from any other record and is the job's own; the rest shows what Spark's expressions would cost.</remarks>
internal static class DecodePaths
{
    private const string Columns =
        "transactionId string, userId string, amount double, transactionTime bigint, merchantId string, transactionType string, "
        + "location string, paymentMethod string, isInternational boolean, currency string";

    private const string ColumnsInUse = "userId string, amount double, transactionTime bigint, merchantId string, location string";

    private const string Names = "concat_ws('|', merchantId, userId, location) AS Names";
    private const string Cents = "cast(round(amount * 100) AS bigint) AS Cents";

    /// <summary>All ways by name.</summary>
    public static IReadOnlyDictionary<string, Func<DataFrame, DataFrame>> All { get; } = new Dictionary<string, Func<DataFrame, DataFrame>>
    {
        ["C# on the executors"] = records => records.MapPartitions(new PaymentSums(Suspicion: null)).SelectExpr("coalesce(Group.Count, 1L) AS Count", "Group.Cents"),
        ["from_json, all fields"] = records => Group(FromJson(records, Columns)),
        ["from_json, fields in use"] = records => Group(FromJson(records, ColumnsInUse)),
        ["read.json, all fields"] = records => Group(ReadJson(records, Columns)),
        ["read.json, fields in use"] = records => Group(ReadJson(records, ColumnsInUse)),
        ["substring_index"] = records => Group(Substring(records)),
    };

    private static DataFrame Group(DataFrame payments) => payments
        .SelectExpr("Names", "Time div 1000 AS Second", "Cents")
        .GroupBy("Names", "Second")
        .Agg(Count(Lit(1)).As("Count"), Sum(Col("Cents")).As("Cents"));

    private static DataFrame FromJson(DataFrame records, string schema) => records
        .SelectExpr("cast(value AS string) AS text")
        .Select(Functions.FromJson(Col("text"), schema).As("p"))
        .SelectExpr("p.*")
        .SelectExpr(Names, "transactionTime AS Time", Cents);

    private static DataFrame ReadJson(DataFrame records, string schema) => records.SparkSession().Read()
        .Schema(schema + ", broken string")
        .Option("columnNameOfCorruptRecord", "broken")
        .Json(records.SelectExpr("cast(value AS string) AS text"))
        .Filter("broken IS NULL")
        .SelectExpr(Names, "transactionTime AS Time", Cents);

    /// <summary>Believes that the fields stand in their usual order, and in what they hold.</summary>
    private static DataFrame Substring(DataFrame records) => records
        .SelectExpr("cast(value AS string) AS text")
        .SelectExpr(
            $"concat_ws('|', {Text(PaymentFields.MerchantId)}, {Text(PaymentFields.UserId)}, {Text(PaymentFields.Location)}) AS Names",
            $"cast({Number(PaymentFields.TransactionTime)} AS bigint) AS Time",
            $"cast(round(cast({Number(PaymentFields.Amount)} AS double) * 100) AS bigint) AS Cents");

    private static string Text(string field) => $"substring_index(substring_index(text, '\"{field}\":\"', -1), '\"', 1)";

    private static string Number(string field) => $"substring_index(substring_index(text, '\"{field}\":', -1), ',', 1)";
}
