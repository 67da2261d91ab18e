#nullable disable
namespace Microsoft.Spark.Sql.Types;

/// <summary>Named fields in order: the type of a row.</summary>
/// <param name="fields">The fields, in the order of the columns.</param>
public sealed class StructType(IEnumerable<StructField> fields) : DataType
{
    /// <summary>The fields, in the order of the columns.</summary>
    public List<StructField> Fields { get; } = [.. fields];

    /// <inheritdoc/>
    public override string SimpleString =>
        $"struct<{string.Join(',', Fields.Select(part => $"{part.Name}:{part.DataType.SimpleString}"))}>";

    internal override string JsonName => "struct";
}
