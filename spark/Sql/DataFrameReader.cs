#nullable disable
using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop.Ipc;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Sql;

/// <summary>Describes a source that is read once.</summary>
public sealed class DataFrameReader : IJvmObjectReferenceProvider
{
    internal DataFrameReader(JvmObjectReference reference) => Reference = reference;

    /// <inheritdoc/>
    public JvmObjectReference Reference { get; }

    /// <summary>Sets the format, such as <c>parquet</c> or <c>kafka</c>.</summary>
    public DataFrameReader Format(string source) => With("format", source);

    /// <summary>Sets the columns, so that they need not be found by reading.</summary>
    public DataFrameReader Schema(StructType schema) => With("schema", JavaSchema.Of(schema));

    /// <summary>Sets the columns, as DDL.</summary>
    public DataFrameReader Schema(string schemaString) => With("schema", schemaString);

    /// <summary>Sets one option.</summary>
    public DataFrameReader Option(string key, string value) => With("option", key, value);

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameReader Option(string key, bool value) => With("option", key, value);

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameReader Option(string key, long value) => With("option", key, value);

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameReader Option(string key, double value) => With("option", key, value);

    /// <summary>Sets several options.</summary>
    public DataFrameReader Options(Dictionary<string, string> options) => With("options", options);

    /// <summary>The rows of a source that needs no path.</summary>
    public DataFrame Load() => Frame("load");

    /// <summary>The rows below a path.</summary>
    public DataFrame Load(string path) => Frame("load", path);

    /// <summary>The rows below several paths.</summary>
    public DataFrame Load(params string[] paths) => Frame("load", JavaArray.Of(paths));

    /// <summary>The rows of a table or view.</summary>
    public DataFrame Table(string tableName) => Frame("table", tableName);

    /// <summary>The rows of files of JSON, one object per line.</summary>
    public DataFrame Json(params string[] paths) => Files("json", paths);

    /// <summary>The rows of files of CSV.</summary>
    public DataFrame Csv(params string[] paths) => Files("csv", paths);

    /// <summary>The rows of files of Parquet.</summary>
    public DataFrame Parquet(params string[] paths) => Files("parquet", paths);

    /// <summary>The rows of files of ORC.</summary>
    public DataFrame Orc(params string[] paths) => Files("orc", paths);

    /// <summary>The rows of files of text, one row per line in column <c>value</c>.</summary>
    public DataFrame Text(params string[] paths) => Files("text", paths);

    private DataFrame Files(string format, string[] paths) => paths.Length > 0
        ? Frame(format, JavaArray.Of(paths))
        : throw new ArgumentException($"Name at least one path to read {format} from.", nameof(paths));

    private DataFrame Frame(string method, params object[] args) => new(Reference.Call(method, args));

    private DataFrameReader With(string method, params object[] args)
    {
        Reference.Do(method, args);
        return this;
    }
}
