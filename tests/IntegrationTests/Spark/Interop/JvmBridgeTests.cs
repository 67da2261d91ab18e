using Microsoft.Spark.Interop.Ipc;

namespace IntegrationTests.Spark.Interop;

[Collection(SparkTests.Name)]
public sealed class JvmBridgeTests(SparkFixture spark)
{
    private readonly JvmBridge _jvm = spark.Bridge;

    public static TheoryData<object> Values =>
    [
        null!, true, false, 0, int.MaxValue, int.MinValue, (long)int.MaxValue + 1, long.MinValue,
        0.0, 1.5, double.MaxValue, double.Epsilon, double.NaN, double.PositiveInfinity, double.NegativeInfinity,
        1.50m, -0.0000000001m, "", "plain", "LF\nCR\rboth\r\nend", @"back\slash \n \\", "quotes \" '", "é 世界 🚀", "\u2028\u0085",
        Array.Empty<byte>(), new byte[] { 0, 255, 10, 13, 92 },
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_comes_back_from_a_Java_list_as_it_went(object? value)
    {
        using JvmObjectReference list = _jvm.NewList([value]);

        Assert.Equal(value, list.Invoke("get", 0));
    }

    [Fact]
    public void Long_and_int_reach_Java_as_what_they_are()
    {
        // Two overloads, one answer each: 2^32 + 1 as a long, and an int that is not widened.
        Assert.Equal("4294967297", _jvm.CallStaticJavaMethod("java.lang.Long", "toString", 4294967297L));
        using JvmObjectReference list = _jvm.NewList([1, 1L]);
        Assert.Equal(0, list.Invoke("indexOf", 1));
        Assert.Equal(1, list.Invoke("indexOf", 1L)); // Integer 1 does not equal Long 1
    }

    [Fact]
    public void Large_texts_and_arrays_pass_both_ways()
    {
        string text = string.Concat(Enumerable.Repeat("zeile\\mit\n🚀", 100_000));
        byte[] bytes = Enumerable.Range(0, 300_000).Select(i => (byte)i).ToArray();
        using JvmObjectReference list = _jvm.NewList([text, bytes]);

        Assert.Equal(text, list.Invoke("get", 0));
        Assert.Equal(bytes, list.Invoke("get", 1));
    }

    [Fact]
    public void Arrays_and_maps_are_made_for_a_call_and_read_from_its_result()
    {
        Assert.Equal("[1, 2]", _jvm.CallStaticJavaMethod("java.util.Arrays", "toString", new[] { 1, 2 }));
        Assert.Equal("[1, 2]", _jvm.CallStaticJavaMethod("java.util.Arrays", "toString", new[] { 1L, 2L }));
        Assert.Equal("[1.5]", _jvm.CallStaticJavaMethod("java.util.Arrays", "toString", new[] { 1.5 }));
        Assert.Equal("[true]", _jvm.CallStaticJavaMethod("java.util.Arrays", "toString", new[] { true }));
        using JvmObjectReference command = _jvm.CallConstructor("java.lang.ProcessBuilder", (object)new[] { "a", "b" });
        Assert.Equal("[a, b]", _jvm.CallStaticJavaMethod("java.util.Objects", "toString", command.Invoke("command")));
        using JvmObjectReference comma = (JvmObjectReference)_jvm.CallStaticJavaMethod("java.util.regex.Pattern", "compile", ",")!;
        Assert.Equal(new[] { "a", "", "b" }, comma.Invoke("split", "a,,b"));
        Assert.Equal(new[] { 3, 4 }, _jvm.CallStaticJavaMethod("java.util.Arrays", "copyOf", new[] { 3, 4, 5 }, 2));
        Assert.Equal(Array.Empty<long>(), _jvm.CallStaticJavaMethod("java.util.Arrays", "copyOf", new[] { 3L }, 0));

        using JvmObjectReference map = _jvm.CallConstructor("java.util.TreeMap", new Dictionary<string, string> { ["k"] = "v" });
        Assert.Equal("v", map.Invoke("get", "k"));
    }
}
