#nullable disable
namespace Microsoft.Spark.Sql.Types;

/// <summary>Keys, each with a value.</summary>
/// <param name="keyType">Type of the keys; a key is never null.</param>
/// <param name="valueType">Type of the values.</param>
/// <param name="valueContainsNull">Whether a value may be null.</param>
public sealed class MapType(DataType keyType, DataType valueType, bool valueContainsNull = true) : DataType
{
    /// <summary>Type of the keys.</summary>
    public DataType KeyType { get; } = keyType;

    /// <summary>Type of the values.</summary>
    public DataType ValueType { get; } = valueType;

    /// <summary>Whether a value may be null.</summary>
    public bool ValueContainsNull { get; } = valueContainsNull;

    /// <inheritdoc/>
    public override string SimpleString => $"map<{KeyType.SimpleString},{ValueType.SimpleString}>";

    internal override string JsonName => "map";
}
