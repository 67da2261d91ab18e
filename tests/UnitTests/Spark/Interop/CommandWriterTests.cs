using System.Text;
using Microsoft.Spark.Interop.Ipc;
using Microsoft.Spark.Interop.Wire;

namespace UnitTests.Spark.Interop;

public sealed class CommandWriterTests
{
    public static TheoryData<object, string> Values => new()
    {
        { null!, "n" },
        { "", "s" },
        { "plain", "splain" },
        { "a\\b", @"sa\\b" },
        { "CR\rLF\nboth\r\n", @"sCR\rLF\nboth\r\n" },
        { @"\n", @"s\\n" },
        { "é 世界 🚀\u2028", "sé 世界 🚀\u2028" },
        { 'x', "sx" },
        { '\n', @"s\n" },
        { true, "btrue" },
        { false, "bfalse" },
        { 5, "i5" },
        { int.MinValue, "i-2147483648" },
        { (short)-7, "i-7" },
        { (sbyte)-8, "i-8" },
        { (byte)255, "i255" },
        { 5L, "L5" },
        { long.MinValue, "L-9223372036854775808" },
        { 1.5, "d1.5" },
        { 1e300, "d1E+300" },
        { double.Epsilon, "d5E-324" },
        { -0.0, "d-0" },
        { double.NaN, "dNaN" },
        { double.PositiveInfinity, "dInfinity" },
        { double.NegativeInfinity, "d-Infinity" },
        { 0.5f, "d0.5" },
        { float.NaN, "dNaN" },
        { 1.50m, "D1.50" },
        { -0.0000000001m, "D-0.0000000001" },
        { decimal.MaxValue, "D79228162514264337593543950335" },
        { Array.Empty<byte>(), "j" },
        { new byte[] { 0, 255, 10, 13 }, "jAP8KDQ==" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_has_one_form(object value, string expected) => Assert.Equal(expected, Text(Begin().Value(value)));

    [Fact]
    public void A_reference_is_named_and_a_proxy_lists_its_interfaces()
    {
        using JvmObjectReference reference = new(new NoJvm(), "o12");

        Assert.Equal("ro12", Text(Begin().Value(reference)));
        Assert.Equal("fp1;java.lang.Runnable;java.io.Serializable", Text(Begin().Value(new JvmProxy("p1", ["java.lang.Runnable", "java.io.Serializable"]))));
    }

    [Fact]
    public void A_command_is_its_lines_and_a_closing_e() => Assert.Equal(
        "c\nz:java.lang.Math\nmax\ni1\nL2\ne\n", Text(Begin().Line("c").Line("z:", "java.lang.Math").Line("max").Arguments([1, 2L]).End()));

    [Fact]
    public void The_writer_of_a_thread_starts_empty_even_after_a_command_that_failed_half_way()
    {
        Assert.Throws<ArgumentException>(() => CommandWriter.Begin().Line("c").Argument(DateTime.UnixEpoch));

        Assert.Equal("", Text(CommandWriter.Begin()));
    }

    [Fact]
    public void A_type_without_a_form_is_refused_by_name()
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => Begin().Value(DateTime.UnixEpoch));

        Assert.Contains("System.DateTime", e.Message);
    }

    [Fact]
    public void An_unpaired_surrogate_is_refused_rather_than_changed() =>
        Assert.Throws<ArgumentException>(() => Begin().Value($"bad {(char)0xd800} alone")); // made here: a literal would not survive the compiler

    [Fact]
    public void A_large_command_grows_the_buffer_and_a_later_small_one_is_not_touched_by_it()
    {
        string large = new('ü', 3_000_000);

        Assert.Equal("s" + large, Text(CommandWriter.Begin().Value(large)));
        Assert.Equal("i1", Text(CommandWriter.Begin().Value(1)));
    }

    private static CommandWriter Begin() => new();

    private static string Text(CommandWriter writer) => Encoding.UTF8.GetString(writer.Written);
}
