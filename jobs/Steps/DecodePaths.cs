using Microsoft.Spark.Extensions;
using Microsoft.Spark.Sql;
using SpecialDelivery.Core.Payments;
using static Microsoft.Spark.Sql.Functions;

namespace SpecialDelivery.Jobs.Steps;

/// <summary>Ways to read payments, side by side; each makes <c>Names, Time, Cents</c> of Kafka records.</summary>
/// <remarks>Only the first tells a sound payment from any other record; the rest shows what that costs or saves.</remarks>
internal static class DecodePaths
{
    private const string Names = "concat_ws('|', merchantId, userId, location) AS Names";
    private const string Cents = "cast(round(amount * 100) AS bigint) AS Cents";

    /// <summary>All ways by name.</summary>
    public static IReadOnlyDictionary<string, Func<DataFrame, DataFrame>> All { get; } = new Dictionary<string, Func<DataFrame, DataFrame>>
    {
        ["split at quotes, checked"] = records => PaymentDecoding.Decode(records).SelectExpr("if(IsPlain, Names, NULL) AS Names", "if(IsPlain, Time, 0L) AS Time", "if(IsPlain, Cents, 0L) AS Cents"),
        ["split at quotes, believed"] = Split,
        ["from_json, all fields"] = records => FromJson(records, PaymentSchema.Columns),
        ["from_json, fields in use"] = records => FromJson(records, PaymentSchema.ColumnsInUse),
        ["read.json, all fields"] = records => ReadJson(records, PaymentSchema.Columns),
        ["read.json, fields in use"] = records => ReadJson(records, PaymentSchema.ColumnsInUse),
        ["substring_index"] = Substring,
    };

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

    private static DataFrame Split(DataFrame records) => records
        .SelectExpr("split(cast(value AS string), '\"') AS p")
        .SelectExpr(
            $"concat_ws('|', p[{PaymentForm.Merchant}], p[{PaymentForm.User}], p[{PaymentForm.Location}]) AS Names",
            $"cast(substring(p[{PaymentForm.Time}], 2, 13) AS bigint) AS Time",
            $"cast(round(cast(substring(p[{PaymentForm.Amount}], 2, length(p[{PaymentForm.Amount}]) - 2) AS double) * 100) AS bigint) AS Cents");

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
