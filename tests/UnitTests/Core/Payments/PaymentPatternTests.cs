using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SpecialDelivery.Core.Payments;

namespace UnitTests.Core.Payments;

/// <summary>Whatever the pattern matches, the strict reader must read alike: Spark trusts the pattern alone.</summary>
public sealed class PaymentPatternTests
{
    private const string Good =
        """{"transactionId":"0b8f-1","userId":"user7","amount":412.30,"transactionTime":1767225600123,"merchantId":"merchant3","transactionType":"purchase","location":"New York","paymentMethod":"credit_card","isInternational":false,"currency":"USD"}""";

    private static readonly Regex Pattern = new(PaymentPattern.Pattern, RegexOptions.CultureInvariant);

    [Fact]
    public void A_payment_becomes_its_time_names_and_amount()
    {
        Assert.Equal("1767225600123merchant3|user7|New York#412.30", Pattern.Replace(Good, PaymentPattern.Replacement));
    }

    [Theory]
    [InlineData("\":", "\": ")]
    [InlineData(",\"", ", \"")]
    [InlineData("412.30", "412.3")]
    [InlineData("412.30", "412")]
    [InlineData("412.30", "0.01")]
    [InlineData("412.30", "999999.99")]
    [InlineData("purchase", "refund")]
    [InlineData("false", "true")]
    [InlineData("user7", "...")]
    [InlineData("New York", "L'Aquila")]
    public void Usual_forms_match(string from, string to) => Assert.Matches(Pattern, Good.Replace(from, to, StringComparison.Ordinal));

    [Theory]
    [InlineData("412.30", "\"412.30\"")]
    [InlineData("412.30", "-412.30")]
    [InlineData("412.30", "412.345")]
    [InlineData("412.30", "1000000")]
    [InlineData("412.30", "0412.30")]
    [InlineData("412.30", "1e2")]
    [InlineData("412.30", ".5")]
    [InlineData("412.30", "5.")]
    [InlineData("412.30", "null")]
    [InlineData("1767225600123", "1767225600")]
    [InlineData("1767225600123", "\"1767225600123\"")]
    [InlineData("1767225600123", "1767225600123.0")]
    [InlineData("isInternational", "international")]
    [InlineData("\"userId\":\"user7\",", "")]
    [InlineData("user7", "")]
    [InlineData("user7", ".")]
    [InlineData("user7", "..")]
    [InlineData("user7", "user|7")]
    [InlineData("user7", "user\\n7")]
    [InlineData("user7", "us\u00e9r")]
    [InlineData("purchase", "gift")]
    [InlineData("false", "\"false\"")]
    [InlineData("false", "False")]
    [InlineData("USD", "usd")]
    [InlineData("}", "}}")]
    [InlineData("}", "}\n")]
    [InlineData("}", ",\"currency\":\"EUR\"}")]
    [InlineData("{", "\ufeff{")]
    [InlineData("{", "[{")]
    public void Any_other_form_is_left_to_the_strict_reader(string from, string to)
    {
        string json = Good.Replace(from, to, StringComparison.Ordinal);

        Assert.NotEqual(Good, json);
        Assert.Equal(json, Pattern.Replace(json, PaymentPattern.Replacement)); // untouched, so what Spark sees still is the record
    }

    [Fact]
    public void What_matches_reads_the_same_as_by_the_strict_reader()
    {
        char[] alphabet = [.. "0123456789.-eE\"{}[]:, \\'abzAZ_~|#\n\t\u00e9\u2028"];
        Random dice = new(5);
        int matched = 0;
        for (int i = 0; i < 40_000; i++)
        {
            StringBuilder text = new(Good);
            for (int changes = dice.Next(1, 4); changes > 0; changes--)
            {
                int at = dice.Next(text.Length);
                _ = dice.Next(3) switch
                {
                    0 => text.Remove(at, 1),
                    1 => text.Insert(at, alphabet[dice.Next(alphabet.Length)]),
                    _ => text.Replace(text[at], alphabet[dice.Next(alphabet.Length)], at, 1),
                };
            }

            string json = text.ToString();
            if (Pattern.Match(json) is { Success: true } match && IsInRange(match))
            {
                matched++;
                Assert.True(PaymentParser.TryParse(Encoding.UTF8.GetBytes(json), out Payment? payment, out _), json);
                Assert.Equal(
                    match.Result(PaymentPattern.Replacement),
                    $"{payment.TransactionTime}{payment.MerchantId}|{payment.UserId}|{payment.Location}#{match.Groups[2].Value}");
                Assert.Equal(Cents(match), payment.AmountCents);
            }
        }

        Assert.InRange(matched, 1_000, 40_000);
    }

    // The two conditions that Spark asks beside the pattern.
    private static bool IsInRange(Match match) =>
        long.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture) <= SpecialDelivery.Core.Orders.OrderTime.Latest && Cents(match) >= PaymentLimits.MinAmountCents;

    // As Spark reckons: a double, rounded.
    private static long Cents(Match match) => (long)Math.Round(double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) * 100, MidpointRounding.AwayFromZero);
}
