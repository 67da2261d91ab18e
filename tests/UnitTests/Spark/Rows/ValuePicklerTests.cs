using Microsoft.Spark.Rows;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace UnitTests.Spark.Rows;

public sealed class ValuePicklerTests
{
    public static TheoryData<string, object> Refused => new()
    {
        { "\"boolean\"", 1 },
        { "\"byte\"", 128 },
        { "\"short\"", -32769 },
        { "\"integer\"", int.MaxValue + 1L },
        { "\"integer\"", 1.0 },
        { "\"long\"", 1.0 },
        { "\"double\"", "1.5" },
        { "\"double\"", 1.5m },
        { "\"string\"", 1 },
        { "\"binary\"", "x" },
        { "\"date\"", 1 },
        { "\"timestamp\"", 1L },
        { "\"decimal(3,1)\"", 100m },
        { "\"decimal(3,1)\"", 1.5 },
        { "\"void\"", 1 },
        { """{"type":"array","elementType":"integer","containsNull":true}""", "text" },
        { """{"type":"array","elementType":"integer","containsNull":true}""", new object[] { 1, "x" } },
        { """{"type":"map","keyType":"string","valueType":"long","valueContainsNull":true}""", new[] { 1 } },
        { """{"type":"struct","fields":[{"name":"x","type":"integer","nullable":true,"metadata":{}}]}""", new object[] { 1, 2 } },
    };

    public static TheoryData<string, object, string> Accepted => new()
    {
        { "\"byte\"", (sbyte)-128, "4a80ffffff" },
        { "\"short\"", (short)7, "4a07000000" },
        { "\"long\"", 7, "4a07000000" },
        { "\"float\"", 0.5f, "473fe0000000000000" },
        { "\"double\"", 1, "473ff0000000000000" },
        { "\"decimal(5,0)\"", 7, "63646563696d616c0a446563696d616c0a71002858010000003" + "77452" },
        { "\"date\"", new Date(1970, 1, 2), "4a01000000" },
        { "\"date\"", new DateOnly(1969, 12, 31), "4affffffff" },
        { "\"timestamp\"", new DateTime(1970, 1, 1, 0, 0, 1, DateTimeKind.Utc), "4a40420f00" },
        { "\"timestamp\"", new DateTimeOffset(1970, 1, 1, 1, 0, 1, TimeSpan.FromHours(1)), "4a40420f00" },
        { """{"type":"struct","fields":[{"name":"x","type":"integer","nullable":true,"metadata":{}}]}""", new GenericRow([1]), "284a0100000074" },
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public void A_value_is_written_as_its_column_demands(string type, object value, string hex)
    {
        using PickleWriter pickle = new();
        pickle.BeginFrame(0);

        ValuePickler.For("c", DataType.ParseDataType(type))(pickle, value);

        Assert.Equal(hex, Convert.ToHexStringLower(pickle.Written[4..]));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_value_Spark_would_take_as_null_is_refused_with_its_column(string type, object value)
    {
        using PickleWriter pickle = new();
        pickle.BeginFrame(0);

        ArgumentException e = Assert.Throws<ArgumentException>(() => ValuePickler.For("price", DataType.ParseDataType(type))(pickle, value));

        Assert.Contains("price", e.Message);
    }

    [Fact]
    public void A_type_without_a_writer_is_refused_before_any_row()
    {
        NotSupportedException e = Assert.Throws<NotSupportedException>(() => ValuePickler.For("gap", DataType.ParseDataType("\"interval\"")));

        Assert.Contains("gap", e.Message);
    }
}
