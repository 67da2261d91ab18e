using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Spark;
using Microsoft.Spark.Interop.Wire;

namespace UnitTests.Spark.Interop;

public sealed class WireValueTests
{
    public static TheoryData<string, object> Values => new()
    {
        { "v", null! },
        { "n", null! },
        { "btrue", true },
        { "bfalse", false },
        { "i5", 5 },
        { "i-2147483648", int.MinValue },
        { "i2147483648", 2147483648L },
        { "L5", 5L },
        { "L-9223372036854775808", long.MinValue },
        { "d1.0E10", 1e10 },
        { "d4.9E-324", double.Epsilon },
        { "d-0.0", -0.0 },
        { "dNaN", double.NaN },
        { "dInfinity", double.PositiveInfinity },
        { "d-Infinity", double.NegativeInfinity },
        { "D1.50", 1.50m },
        { "D0.0000000000", 0.0000000000m },
        { "D-79228162514264337593543950335", decimal.MinValue },
        { "s", "" },
        { "splain", "plain" },
        { @"sa\\b\nc\rd\\n", "a\\b\nc\rd\\n" },
        { "sé 世界 🚀", "é 世界 🚀" },
        { @"s\\\\", @"\\" },
        { "j", Array.Empty<byte>() },
        { "jAP8KDQ==", new byte[] { 0, 255, 10, 13 } },
        { "ro12", new RemoteObject('r', "o12") },
        { "to3", new RemoteObject('t', "o3") },
        { "lo4", new RemoteObject('l', "o4") },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Each_form_has_its_value(string part, object expected) => Assert.Equal(expected, Decode(part));

    [Fact]
    public void A_decimal_keeps_its_scale() => Assert.Equal("1.500", ((decimal)Decode("D1.500")!).ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("D12345678901234567890123456789012345678")]
    [InlineData("D0.12345678901234567890123456789012345678")]
    public void A_decimal_that_does_not_fit_is_an_error_and_never_rounded(string part) => Assert.Throws<OverflowException>(() => Decode(part));

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("i")]
    [InlineData("i1x")]
    [InlineData("L99999999999999999999")]
    [InlineData("j***")]
    public void What_is_no_value_is_an_error(string part) => Assert.Throws<GatewayException>(() => Decode(part));

    [Fact]
    public void Any_text_survives_both_directions() => Prop.ForAll<string>(text =>
    {
        string sane = string.Concat((text ?? "").EnumerateRunes());
        CommandWriter writer = new();
        writer.Value(sane);
        byte[] sent = writer.Written.ToArray();
        return !sent.Contains((byte)'\n') && !sent.Contains((byte)'\r') && (string)WireValue.Decode(sent)! == sane;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_double_survives_both_directions() => Prop.ForAll<double>(number =>
    {
        CommandWriter writer = new();
        writer.Value(number);
        return ((double)WireValue.Decode(writer.Written)!).Equals(number);
    }).QuickCheckThrowOnFailure();

    private static object? Decode(string part) => WireValue.Decode(Encoding.UTF8.GetBytes(part));
}
