using System.Text;
using Microsoft.Spark.Rows;

namespace UnitTests.Spark.Rows;

public sealed class PickleWriterTests
{
    [Fact]
    public void Null() => Check(pickle => pickle.Null(), "4e");

    [Fact]
    public void Booleans() => Check(
        pickle =>
        {
            pickle.Boolean(true);
            pickle.Boolean(false);
        },
        "8889");

    [Fact]
    public void An_int_is_BININT() => Check(pickle => pickle.Int32(-2), "4afeffffff");

    [Theory]
    [InlineData(0L, "4a00000000")]
    [InlineData(int.MinValue, "4a00000080")]
    [InlineData(int.MaxValue, "4affffff7f")]
    [InlineData(int.MaxValue + 1L, "8a080000008000000000")]
    [InlineData(long.MinValue, "8a080000000000000080")]
    public void A_long_is_as_short_as_it_can_be(long value, string hex) => Check(pickle => pickle.Int64(value), hex);

    [Theory]
    [InlineData(1.5, "473ff8000000000000")]
    [InlineData(-0.0, "478000000000000000")]
    [InlineData(double.PositiveInfinity, "477ff0000000000000")]
    public void A_double_is_BINFLOAT_big_endian(double value, string hex) => Check(pickle => pickle.Double(value), hex);

    [Theory]
    [InlineData(null, "4e")]
    [InlineData("", "5800000000")]
    [InlineData("aé", "580300000061c3a9")]
    [InlineData("🚀", "5804000000f09f9a80")]
    public void A_text_is_BINUNICODE(string? value, string hex) => Check(pickle => pickle.String(value), hex);

    [Fact]
    public void An_unpaired_surrogate_is_replaced_as_in_any_UTF8_stream() => Check(pickle => pickle.String(((char)0xd800).ToString()), "5803000000efbfbd");

    [Fact]
    public void Bytes_are_BINBYTES() => Check(pickle => pickle.Binary([0, 255]), "420200000000ff");

    [Fact]
    public void A_decimal_is_a_call_whose_function_is_named_once_in_a_frame()
    {
        string one = Convert.ToHexStringLower(Encoding.ASCII.GetBytes("cdecimal\nDecimal\n")) + "7100" + "28" + "5804000000" + "312e3530" + "7452";

        Check(
            pickle =>
            {
                pickle.Decimal(1.50m);
                pickle.Decimal(-2m);
            },
            one + "6800" + "28" + "5802000000" + "2d32" + "7452");
    }

    [Fact]
    public void The_longest_decimal_has_room() => Check(
        pickle => pickle.Decimal(-0.0000000000000000000000000001m),
        Convert.ToHexStringLower(Encoding.ASCII.GetBytes("cdecimal\nDecimal\n")) + "7100" + "28" + "581f000000"
            + Convert.ToHexStringLower(Encoding.ASCII.GetBytes("-0.0000000000000000000000000001")) + "7452");

    [Fact]
    public void Lists_maps_and_tuples_are_marked_at_both_ends() => Check(
        pickle =>
        {
            pickle.BeginTuple();
            pickle.BeginList();
            pickle.Int32(1);
            pickle.EndList();
            pickle.BeginMap();
            pickle.String("k");
            pickle.Null();
            pickle.EndMap();
            pickle.EndTuple();
        },
        "28" + "5d28" + "4a01000000" + "65" + "7d28" + "58010000006b" + "4e" + "75" + "74");

    [Fact]
    public void A_new_frame_forgets_the_one_before()
    {
        using PickleWriter pickle = new();
        pickle.BeginFrame(0);
        pickle.Decimal(1);
        pickle.EndFrame();

        pickle.BeginFrame(4);
        pickle.Decimal(1);

        Assert.StartsWith("\x80\x02](cdecimal", Encoding.Latin1.GetString(pickle.EndFrame()[4..]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_frame_larger_than_the_first_buffer_keeps_every_byte()
    {
        using PickleWriter pickle = new();
        pickle.BeginFrame(0);
        string text = new('x', 100_000);
        for (int i = 0; i < 30; i++)
        {
            pickle.String(text);
        }

        Assert.Equal(4 + (30 * 100_005) + 2, pickle.EndFrame().Length);
        Assert.Equal((byte)'x', pickle.Written[4 + 5]);
    }

    private static void Check(Action<PickleWriter> write, string hex)
    {
        using PickleWriter pickle = new();
        pickle.BeginFrame(0);
        write(pickle);

        Assert.Equal($"80025d28{hex}652e", Convert.ToHexStringLower(pickle.EndFrame()));
    }
}
