#nullable disable
using Microsoft.Spark.Calls;

namespace Microsoft.Spark.Sql;

// Text to values and back.
public static partial class Functions
{
    /// <summary>The value of a JSON text, its type given as DDL or as Spark's JSON; null where the text is no such value.</summary>
    public static Column FromJson(Column column, string schema, Dictionary<string, string> options = null) =>
        Call("from_json", column, schema, options ?? []);

    /// <inheritdoc cref="FromJson(Column, string, Dictionary{string, string})"/>
    public static Column FromJson(Column column, Column schema, Dictionary<string, string> options = null) =>
        Call("from_json", column, schema, options ?? []);

    /// <summary>A struct, array or map as JSON text.</summary>
    public static Column ToJson(Column column, Dictionary<string, string> options = null) => Call("to_json", column, options ?? []);

    /// <summary>The type of a sample JSON text, as DDL.</summary>
    public static Column SchemaOfJson(string json) => Call("schema_of_json", json);

    /// <inheritdoc cref="SchemaOfJson(string)"/>
    public static Column SchemaOfJson(Column json) => Call("schema_of_json", json);

    /// <inheritdoc cref="SchemaOfJson(string)"/>
    public static Column SchemaOfJson(Column json, Dictionary<string, string> options) => Call("schema_of_json", json, options);

    /// <summary>The part of a JSON text at a path such as <c>$.a.b</c>, as JSON text.</summary>
    public static Column GetJsonObject(Column column, string path) => Call("get_json_object", column, path);

    /// <summary>The named top-level fields of a JSON text, one column each.</summary>
    public static Column JsonTuple(Column column, params string[] fields) => Call("json_tuple", column, JavaArray.Of(fields));

    /// <summary>The struct of a CSV text, its type given as DDL.</summary>
    public static Column FromCsv(Column column, Column schema, Dictionary<string, string> options) =>
        Call("from_csv", column, schema, options);

    /// <summary>The type of a sample CSV text, as DDL.</summary>
    public static Column SchemaOfCsv(string csv) => Call("schema_of_csv", csv);

    /// <inheritdoc cref="SchemaOfCsv(string)"/>
    public static Column SchemaOfCsv(Column csv) => Call("schema_of_csv", csv);

    /// <inheritdoc cref="SchemaOfCsv(string)"/>
    public static Column SchemaOfCsv(Column csv, Dictionary<string, string> options) => Call("schema_of_csv", csv, options);

    /// <summary>A struct as CSV text.</summary>
    public static Column ToCsv(Column column) => Call("to_csv", column);

    /// <inheritdoc cref="ToCsv(Column)"/>
    public static Column ToCsv(Column column, Dictionary<string, string> options) => Call("to_csv", column, options);
}
