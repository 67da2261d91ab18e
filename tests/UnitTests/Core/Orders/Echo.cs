using System.Text;

namespace UnitTests.Core.Orders;

/// <summary>Checks that a sentence about a record does not repeat the record.</summary>
internal static class Echo
{
    public const int Longest = 64;

    public static void AssertShort(ReadOnlySpan<byte> value, string detail)
    {
        if (detail.Length <= Longest)
        {
            return;
        }

        string text = Encoding.UTF8.GetString(value);
        for (int start = 0; start + Longest < detail.Length; start++)
        {
            Assert.DoesNotContain(detail.Substring(start, Longest + 1), text, StringComparison.Ordinal);
        }
    }
}
