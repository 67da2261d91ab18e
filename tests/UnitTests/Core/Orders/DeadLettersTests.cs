using System.Text;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Orders;

namespace UnitTests.Core.Orders;

public sealed class DeadLettersTests
{
    private static readonly Rejection Rejection = new(DeadLetterReason.Syntax, "Not JSON.");

    [Fact]
    public void Text_stays_text()
    {
        DeadLetterEvent letter = Create("{\"é\""u8.ToArray());

        Assert.Equal(new DeadLetterEvent("SENDER", 3, 41, DeadLetterReason.Syntax, "Not JSON.", "{\"é\"", "utf-8", 7), letter);
    }

    [Fact]
    public void Bytes_that_are_no_text_become_base64()
    {
        DeadLetterEvent letter = Create([0xC3, 0x28]);

        Assert.Equal(("base64", "wyg="), (letter.Encoding, letter.Value));
    }

    [Fact]
    public void A_tombstone_has_an_empty_value() => Assert.Equal(("utf-8", ""), (Create([]).Encoding, Create([]).Value));

    [Theory]
    [InlineData("a", DeadLetterEvent.MaxValueBytes)]
    [InlineData("é", DeadLetterEvent.MaxValueBytes)]
    [InlineData("€", DeadLetterEvent.MaxValueBytes - 1)]
    [InlineData("📦", DeadLetterEvent.MaxValueBytes)]
    public void Long_text_is_cut_between_two_characters(string character, int keptBytes)
    {
        string text = string.Concat(Enumerable.Repeat(character, DeadLetterEvent.MaxValueBytes));

        string kept = Create(Encoding.UTF8.GetBytes(text)).Value;

        Assert.Equal(keptBytes, Encoding.UTF8.GetByteCount(kept));
        Assert.StartsWith(kept, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_of_exactly_the_limit_is_kept_whole()
    {
        byte[] value = Encoding.UTF8.GetBytes(new string('x', DeadLetterEvent.MaxValueBytes));

        Assert.Equal(value.Length, Create(value).Value.Length);
    }

    [Fact]
    public void Long_bytes_are_cut_before_they_are_encoded()
    {
        byte[] value = new byte[DeadLetterEvent.MaxValueBytes + 1];
        value[0] = 0xFF;

        DeadLetterEvent letter = Create(value);

        Assert.Equal(value[..^1], Convert.FromBase64String(letter.Value));
    }

    private static DeadLetterEvent Create(byte[] value) => DeadLetters.Create("SENDER", 3, 41, value, Rejection, 7);
}
