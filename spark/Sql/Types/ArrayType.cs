#nullable disable
namespace Microsoft.Spark.Sql.Types;

/// <summary>A list of values of one type.</summary>
/// <param name="elementType">Type of each value.</param>
/// <param name="containsNull">Whether a value may be null.</param>
public sealed class ArrayType(DataType elementType, bool containsNull = true) : DataType
{
    /// <summary>Type of each value.</summary>
    public DataType ElementType { get; } = elementType;

    /// <summary>Whether a value may be null.</summary>
    public bool ContainsNull { get; } = containsNull;

    /// <inheritdoc/>
    public override string SimpleString => $"array<{ElementType.SimpleString}>";

    internal override string JsonName => "array";
}
