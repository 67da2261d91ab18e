#nullable disable
namespace Microsoft.Spark.Sql.Types;

/// <summary>One named part of a <see cref="StructType"/>.</summary>
public sealed class StructField
{
    /// <summary>Creates a field without metadata.</summary>
    /// <param name="name">Name, as Spark shows it.</param>
    /// <param name="dataType">Type of the values.</param>
    /// <param name="isNullable">Whether a value may be null.</param>
    public StructField(string name, DataType dataType, bool isNullable = true)
        : this(name, dataType, isNullable, "{}")
    {
    }

    internal StructField(string name, DataType dataType, bool isNullable, string metadataJson)
    {
        Name = name;
        DataType = dataType;
        IsNullable = isNullable;
        MetadataJson = metadataJson;
    }

    /// <summary>Name, as Spark shows it.</summary>
    public string Name { get; }

    /// <summary>Type of the values.</summary>
    public DataType DataType { get; }

    /// <summary>Whether a value may be null.</summary>
    public bool IsNullable { get; }

    // Carried as text: the published fourth parameter is a type of a JSON library this one does not need.
    internal string MetadataJson { get; }
}
