#nullable disable
namespace Microsoft.Spark.Sql.Types;

/// <summary>A Spark SQL data type. Two types are equal when their <see cref="SimpleString"/> is.</summary>
public abstract class DataType
{
    /// <summary>Spark's name of the type, such as <c>long</c> or <c>struct</c>.</summary>
    public string TypeName => JsonName;

    /// <summary>The type as written in DDL, such as <c>bigint</c> or <c>array&lt;string&gt;</c>.</summary>
    public virtual string SimpleString => TypeName;

    /// <summary>The type as Spark's JSON, which <see cref="ParseDataType"/> reads back.</summary>
    public string Json => DataTypeJson.Write(this);

    // Spelled out per type rather than cut from the class name, so that it depends on no culture.
    internal abstract string JsonName { get; }

    /// <summary>Reads a type from Spark's JSON. A type this library has no class for keeps its name and stays readable.</summary>
    public static DataType ParseDataType(string json) => DataTypeJson.Parse(json);

    /// <inheritdoc/>
    public override bool Equals(object obj) =>
        obj is DataType other && GetType() == other.GetType() && SimpleString == other.SimpleString;

    /// <inheritdoc/>
    public override int GetHashCode() => SimpleString.GetHashCode(StringComparison.Ordinal);
}
