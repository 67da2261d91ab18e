using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SpecialDelivery.Core.Claims;
using SpecialDelivery.Platform.Redis;

namespace UnitTests.Platform;

public sealed class ClaimTextTests
{
    private static readonly ClaimRequest Wish = new("p1", "t1", 5, 10_234.56789, 20, 40_000, 4);

    [Fact]
    public void Wishes_are_written_as_the_script_reads_them() =>
        Assert.Equal(
            "p1 t1 5 10234567890 20 40000000000 4;p2 t1 5 10234567890 20 40000000000 4;",
            Encoding.ASCII.GetString(ClaimText.Write([Wish with { Package = "p0" }, Wish, Wish with { Package = "p2" }], 1, 2)));

    [Theory]
    [InlineData("p 1")]
    [InlineData("p;1")]
    [InlineData("")]
    [InlineData("pä")]
    public void An_id_that_would_change_the_meaning_is_refused(string id)
    {
        Assert.Throws<ArgumentException>(() => ClaimText.Write([Wish with { Package = id }], 0, 1));
        Assert.Throws<ArgumentException>(() => ClaimText.Write([Wish with { Trip = id }], 0, 1));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e9)]
    public void A_length_that_is_none_is_refused(double metres)
    {
        Assert.Throws<ArgumentException>(() => ClaimText.Write([Wish with { AddedMetres = metres }], 0, 1));
        Assert.Throws<ArgumentException>(() => ClaimText.Write([Wish with { TripDetourMetres = metres }], 0, 1));
    }

    [Fact]
    public void Answers_are_read_in_order()
    {
        ClaimRequest[] wishes = [Wish, Wish with { Package = "p2" }, Wish with { Package = "p3" }, Wish with { Package = "p4" }];
        ClaimResult[] results = new ClaimResult[4];
        ClaimText.Read("0 t1 7 5 10234567890 5 10234567890 1 1 t9 3 1 1 5 10234567890 1 2 - 0 0 0 5 10234567890 1 3 - 0 0 0 0 0 0"u8, wishes, 0, results);
        Assert.Equal(
            [
                new(ClaimOutcome.Claimed, "t1", 7, 5, 10_234.56789, 1),
                new(ClaimOutcome.ClaimedElsewhere, "t9", 3, 5, 10_234.56789, 1),
                new(ClaimOutcome.Full, null, 0, 5, 10_234.56789, 1),
                new(ClaimOutcome.Ended, null, 0, 0, 0, 0),
            ],
            results);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0 t1 7 5 10 5 10")]
    [InlineData("0 t1 x 5 10 5 10 1")]
    [InlineData("0 t1 7 5 10 5 10 1 0")]
    public void An_answer_that_is_cut_or_too_long_is_refused(string answer) =>
        Assert.Throws<FormatException>(() => ClaimText.Read(Encoding.ASCII.GetBytes(answer), [Wish], 0, new ClaimResult[1]));

    [Fact]
    public void No_trip_is_charged_less_than_it_drives() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).Select(thousandths => thousandths / 997.0).ToArbitrary(),
        metres => ClaimText.Metres(ClaimText.Micrometres(metres)) >= metres && ClaimText.Micrometres(metres) - (metres * 1e6) < 1.001).QuickCheckThrowOnFailure();
}
