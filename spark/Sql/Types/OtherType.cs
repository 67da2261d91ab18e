namespace Microsoft.Spark.Sql.Types;

// A type of Spark this library has no class for (intervals, variant, user-defined). It keeps its JSON, so that a schema
// that holds one can still be read, shown and handed back; only reading such a value fails.
internal sealed class OtherType(string json) : DataType
{
    internal string RawJson { get; } = json;

    internal override string JsonName => RawJson.Trim('"');
}
