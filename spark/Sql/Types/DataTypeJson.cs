using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Microsoft.Spark.Sql.Types;

// Spark's JSON form of a type (org.apache.spark.sql.types.DataType.json), both ways.
internal static partial class DataTypeJson
{
    private static readonly Dictionary<string, DataType> Atoms = new DataType[]
    {
        new NullType(), new StringType(), new BinaryType(), new BooleanType(), new DateType(), new TimestampType(),
        new TimestampNtzType(), new ByteType(), new ShortType(), new IntegerType(), new LongType(), new FloatType(), new DoubleType(),
    }.ToDictionary(type => type.JsonName);

    // Spark writes letters outside ASCII as they are; so that both sides' JSON compare equal, so does this.
    private static readonly JsonWriterOptions AsSpark = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string Write(DataType type)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, AsSpark))
        {
            Write(writer, type);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    internal static DataType Parse(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return Parse(document.RootElement);
    }

    private static void Write(Utf8JsonWriter writer, DataType type)
    {
        switch (type)
        {
            case StructType row:
                writer.WriteStartObject();
                writer.WriteString("type", "struct");
                writer.WriteStartArray("fields");
                row.Fields.ForEach(field => Write(writer, field));
                writer.WriteEndArray();
                writer.WriteEndObject();
                break;
            case ArrayType array:
                writer.WriteStartObject();
                writer.WriteString("type", "array");
                Write(writer, "elementType", array.ElementType);
                writer.WriteBoolean("containsNull", array.ContainsNull);
                writer.WriteEndObject();
                break;
            case MapType map:
                writer.WriteStartObject();
                writer.WriteString("type", "map");
                Write(writer, "keyType", map.KeyType);
                Write(writer, "valueType", map.ValueType);
                writer.WriteBoolean("valueContainsNull", map.ValueContainsNull);
                writer.WriteEndObject();
                break;
            case OtherType other:
                writer.WriteRawValue(other.RawJson);
                break;
            case DecimalType:
                writer.WriteStringValue(type.SimpleString);
                break;
            default:
                writer.WriteStringValue(type.JsonName);
                break;
        }
    }

    private static void Write(Utf8JsonWriter writer, StructField field)
    {
        writer.WriteStartObject();
        writer.WriteString("name", field.Name);
        Write(writer, "type", field.DataType);
        writer.WriteBoolean("nullable", field.IsNullable);
        writer.WritePropertyName("metadata");
        writer.WriteRawValue(field.MetadataJson);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, DataType type)
    {
        writer.WritePropertyName(name);
        Write(writer, type);
    }

    private static DataType Parse(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => ParseName(json.GetString()!, json),
        JsonValueKind.Object => json.GetProperty("type").GetString() switch
        {
            "struct" => new StructType(json.GetProperty("fields").EnumerateArray().Select(ParseField)),
            "array" => new ArrayType(Parse(json.GetProperty("elementType")), json.GetProperty("containsNull").GetBoolean()),
            "map" => new MapType(
                Parse(json.GetProperty("keyType")), Parse(json.GetProperty("valueType")), json.GetProperty("valueContainsNull").GetBoolean()),
            _ => new OtherType(json.GetRawText()),
        },
        _ => throw new ArgumentException($"A data type is a JSON string or object, not {json.GetRawText()}."),
    };

    private static DataType ParseName(string name, JsonElement json)
    {
        if (Atoms.TryGetValue(name, out DataType? atom))
        {
            return atom;
        }

        if (DecimalName().Match(name) is { Success: true } match)
        {
            return new DecimalType(Number(match.Groups[1]), Number(match.Groups[2]));
        }

        return name switch
        {
            "null" => new NullType(),
            "decimal" => new DecimalType(),
            _ => new OtherType(json.GetRawText()),
        };
    }

    private static StructField ParseField(JsonElement json) => new(
        json.GetProperty("name").GetString()!,
        Parse(json.GetProperty("type")),
        json.GetProperty("nullable").GetBoolean(),
        json.TryGetProperty("metadata", out JsonElement metadata) ? metadata.GetRawText() : "{}");

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^decimal\(\s*(\d+)\s*,\s*(\d+)\s*\)$")]
    private static partial Regex DecimalName();
}
