using System.Text;
using SpecialDelivery.Core.Payments;

namespace UnitTests.Core.Payments;

/// <summary>Whatever has the usual form, the strict reader must read alike: the job trusts the form alone.</summary>
public sealed class PaymentFormTests
{
    private const string Good =
        """{"transactionId":"0b8f-1","userId":"user7","amount":412.30,"transactionTime":1767225600123,"merchantId":"merchant3","transactionType":"purchase","location":"New York","paymentMethod":"credit_card","isInternational":false,"currency":"USD"}""";

    [Theory]
    [InlineData("412.30", "412.30")]
    [InlineData("412.30", "412.3")]
    [InlineData("412.30", "412")]
    [InlineData("412.30", "0.01")]
    [InlineData("412.30", "0.1")]
    [InlineData("412.30", "999999.99")]
    [InlineData("purchase", "refund")]
    [InlineData("false", "true")]
    [InlineData("user7", "...")]
    [InlineData("New York", "L'Aquila")]
    public void Usual_forms_are_known(string from, string to) => Assert.True(IsPlain(Good.Replace(from, to, StringComparison.Ordinal)));

    [Theory]
    [InlineData("\":", "\": ")]
    [InlineData("412.30", "\"412.30\"")]
    [InlineData("412.30", "0")]
    [InlineData("1767225600123", "9767225600123")]
    [InlineData("1767225600123", " 176722560012")]
    [InlineData("user7", "user7|x|y")]
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
        Assert.False(IsPlain(json));
    }

    [Fact]
    public void What_has_the_form_reads_the_same_as_by_the_strict_reader()
    {
        int matched = 0;
        foreach (string text in Mutations.Of(Good, "0123456789.-eE\"{}[]:, \\'abzAZ_~|#\n\t\u00e9\u2028", seed: 5, count: 40_000))
        {
            byte[] record = Encoding.UTF8.GetBytes(text);
            if (PaymentForm.TryRead(record, out PlainPayment plain))
            {
                matched++;
                Assert.True(PaymentParser.TryParse(record, out Payment? payment, out _), text);
                Assert.Equal(
                    (Text(plain.TransactionId), Text(plain.Merchant), Text(plain.User), Text(plain.Location)),
                    (payment.TransactionId, payment.MerchantId, payment.UserId, payment.Location));
                Assert.Equal((plain.Time, plain.Cents), (payment.TransactionTime, payment.AmountCents));
            }
        }

        Assert.InRange(matched, 1_000, 40_000);
    }

    private static bool IsPlain(string json) => PaymentForm.TryRead(Encoding.UTF8.GetBytes(json), out _);

    private static string Text(ReadOnlySpan<byte> name) => Encoding.UTF8.GetString(name);
}
