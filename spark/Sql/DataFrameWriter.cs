#nullable disable
using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark.Sql;

/// <summary>Describes where rows are written once.</summary>
public sealed class DataFrameWriter : IJvmObjectReferenceProvider
{
    internal DataFrameWriter(JvmObjectReference reference) => Reference = reference;

    /// <inheritdoc/>
    public JvmObjectReference Reference { get; }

    /// <summary>What to do when there is something already.</summary>
    public DataFrameWriter Mode(SaveMode saveMode) => Mode(saveMode.ToString());

    /// <summary>As above: append, overwrite, errorifexists or ignore.</summary>
    public DataFrameWriter Mode(string saveMode) => With("mode", saveMode);

    /// <summary>Sets the format, such as <c>parquet</c> or <c>kafka</c>.</summary>
    public DataFrameWriter Format(string source) => With("format", source);

    /// <summary>Sets one option.</summary>
    public DataFrameWriter Option(string key, string value) => With("option", key, value);

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameWriter Option(string key, bool value) => With("option", key, value);

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameWriter Option(string key, long value) => With("option", key, value);

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameWriter Option(string key, double value) => With("option", key, value);

    /// <summary>Sets several options.</summary>
    public DataFrameWriter Options(Dictionary<string, string> options) => With("options", options);

    /// <summary>Splits the files into folders by the values of columns.</summary>
    public DataFrameWriter PartitionBy(params string[] colNames) => With("partitionBy", JavaArray.Of(colNames));

    /// <summary>Splits the files of a table by the hash of columns.</summary>
    public DataFrameWriter BucketBy(int numBuckets, string colName, params string[] colNames) =>
        With("bucketBy", numBuckets, colName, JavaArray.Of(colNames));

    /// <summary>Sorts the rows of each bucket.</summary>
    public DataFrameWriter SortBy(string colName, params string[] colNames) => With("sortBy", colName, JavaArray.Of(colNames));

    /// <summary>Writes to a target that needs no path.</summary>
    public void Save() => Reference.Do("save");

    /// <summary>Writes below a path.</summary>
    public void Save(string path) => Reference.Do("save", path);

    /// <summary>Adds the rows to a table, columns matched by place.</summary>
    public void InsertInto(string tableName) => Reference.Do("insertInto", tableName);

    /// <summary>Writes the rows as a table.</summary>
    public void SaveAsTable(string tableName) => Reference.Do("saveAsTable", tableName);

    /// <summary>Writes JSON, one object per line, below a path.</summary>
    public void Json(string path) => Reference.Do("json", path);

    /// <summary>Writes CSV, below a path.</summary>
    public void Csv(string path) => Reference.Do("csv", path);

    /// <summary>Writes Parquet, below a path.</summary>
    public void Parquet(string path) => Reference.Do("parquet", path);

    /// <summary>Writes ORC, below a path.</summary>
    public void Orc(string path) => Reference.Do("orc", path);

    /// <summary>Writes text, one row per line in the only column, below a path.</summary>
    public void Text(string path) => Reference.Do("text", path);

    private DataFrameWriter With(string method, params object[] args)
    {
        Reference.Do(method, args);
        return this;
    }
}
