#nullable disable
using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark.Sql;

/// <summary>Describes a write to a table of a version 2 source.</summary>
public sealed class DataFrameWriterV2 : IJvmObjectReferenceProvider
{
    internal DataFrameWriterV2(JvmObjectReference reference) => Reference = reference;

    /// <inheritdoc/>
    public JvmObjectReference Reference { get; }

    /// <summary>Sets the source that makes the table.</summary>
    public DataFrameWriterV2 Using(string provider) => With("using", provider);

    /// <summary>Sets one option.</summary>
    public DataFrameWriterV2 Option(string key, string value) => With("option", key, value);

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameWriterV2 Option(string key, bool value) => With("option", key, value);

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameWriterV2 Option(string key, long value) => With("option", key, value);

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameWriterV2 Option(string key, double value) => With("option", key, value);

    /// <summary>Sets several options.</summary>
    public DataFrameWriterV2 Options(Dictionary<string, string> options) => With("options", options);

    /// <summary>Sets one property of the table.</summary>
    public DataFrameWriterV2 TableProperty(string property, string value) => With("tableProperty", property, value);

    /// <summary>Partitions the table by columns or by transforms of them.</summary>
    public DataFrameWriterV2 PartitionedBy(Column column, params Column[] columns) =>
        With("partitionedBy", column, JavaArray.Of(columns));

    /// <summary>Makes the table; fails when it exists.</summary>
    public void Create() => Reference.Do("create");

    /// <summary>Replaces the table; fails when it does not exist.</summary>
    public void Replace() => Reference.Do("replace");

    /// <summary>Makes or replaces the table.</summary>
    public void CreateOrReplace() => Reference.Do("createOrReplace");

    /// <summary>Adds the rows to the table.</summary>
    public void Append() => Reference.Do("append");

    /// <summary>Replaces the rows of the table for which a condition holds.</summary>
    public void Overwrite(Column condition) => Reference.Do("overwrite", condition);

    /// <summary>Replaces the partitions of the table that the rows fall into.</summary>
    public void OverwritePartitions() => Reference.Do("overwritePartitions");

    private DataFrameWriterV2 With(string method, params object[] args)
    {
        Reference.Do(method, args);
        return this;
    }
}
