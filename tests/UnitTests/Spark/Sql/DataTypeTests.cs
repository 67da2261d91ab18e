using Microsoft.Spark.Sql.Types;

namespace UnitTests.Spark.Sql;

public sealed class DataTypeTests
{
    private const string Nested =
        """
        {"type":"struct","fields":[{"name":"id","type":"long","nullable":false,"metadata":{}},{"name":"città","type":{"type":"array","elementType":{"type":"map","keyType":"string","valueType":{"type":"struct","fields":[{"name":"price","type":"decimal(38,18)","nullable":true,"metadata":{}}]},"valueContainsNull":false},"containsNull":true},"nullable":true,"metadata":{"comment":"a \"quoted\" word","max":5}}]}
        """;

    public static TheoryData<DataType, string, string> Atoms => new()
    {
        { new StringType(), "\"string\"", "string" },
        { new BinaryType(), "\"binary\"", "binary" },
        { new BooleanType(), "\"boolean\"", "boolean" },
        { new DateType(), "\"date\"", "date" },
        { new TimestampType(), "\"timestamp\"", "timestamp" },
        { new ByteType(), "\"byte\"", "tinyint" },
        { new ShortType(), "\"short\"", "smallint" },
        { new IntegerType(), "\"integer\"", "int" },
        { new LongType(), "\"long\"", "bigint" },
        { new FloatType(), "\"float\"", "float" },
        { new DoubleType(), "\"double\"", "double" },
        { new DecimalType(), "\"decimal(10,0)\"", "decimal(10,0)" },
        { new DecimalType(38, 18), "\"decimal(38,18)\"", "decimal(38,18)" },
        { new NullType(), "\"void\"", "void" },
    };

    [Theory]
    [MemberData(nameof(Atoms))]
    public void A_simple_type_is_written_and_read_in_Sparks_words(DataType type, string json, string simple)
    {
        Assert.Equal(json, type.Json);
        Assert.Equal(simple, type.SimpleString);
        Assert.Equal(type, DataType.ParseDataType(json));
    }

    [Fact]
    public void A_nested_schema_keeps_everything_both_ways()
    {
        StructType schema = (StructType)DataType.ParseDataType(Nested);

        Assert.Equal(Nested.Trim(), schema.Json);
        Assert.Equal("struct<id:bigint,città:array<map<string,struct<price:decimal(38,18)>>>>", schema.SimpleString);
        Assert.False(schema.Fields[0].IsNullable);
        ArrayType array = Assert.IsType<ArrayType>(schema.Fields[1].DataType);
        Assert.True(array.ContainsNull);
        Assert.False(Assert.IsType<MapType>(array.ElementType).ValueContainsNull);
    }

    [Theory]
    [InlineData("\"interval day to second\"", "interval day to second")]
    [InlineData("\"variant\"", "variant")]
    [InlineData("\"timestamp_ntz\"", "timestamp_ntz")]
    [InlineData("\"char(5)\"", "char(5)")]
    public void A_type_without_a_class_is_kept(string json, string simple)
    {
        DataType type = DataType.ParseDataType(json);

        Assert.Equal(json, type.Json);
        Assert.Equal(simple, type.SimpleString);
    }

    [Fact]
    public void A_user_defined_type_is_kept_whole()
    {
        const string json = """{"type":"udt","class":"org.example.Point","pyClass":null,"sqlType":"string"}""";

        Assert.Equal(json, DataType.ParseDataType(json).Json);
    }

    [Fact]
    public void Names_outside_the_basic_plane_come_back_as_they_were()
    {
        StructType schema = new([new StructField("città 🚀 \" \\", new LongType())]);

        Assert.Equal(schema, DataType.ParseDataType(schema.Json));
    }

    [Fact]
    public void The_name_null_of_older_versions_is_read_too() =>
        Assert.IsType<NullType>(DataType.ParseDataType("\"null\""));

    [Fact]
    public void Text_that_is_no_type_is_refused_with_its_value()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => DataType.ParseDataType("5"));

        Assert.Contains('5', refused.Message);
    }

    [Fact]
    public void Types_are_equal_by_their_words()
    {
        Assert.Equal(new ArrayType(new IntegerType()), new ArrayType(new IntegerType()));
        Assert.NotEqual<DataType>(new ArrayType(new IntegerType()), new ArrayType(new LongType()));
        Assert.NotEqual<DataType>(new DecimalType(10, 2), new DecimalType(10, 3));
        Assert.Equal(new LongType().GetHashCode(), new LongType().GetHashCode());
    }
}
