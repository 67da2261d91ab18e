#nullable disable
using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop.Ipc;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Sql.Streaming;

/// <summary>Describes a source that is read as a stream.</summary>
public sealed class DataStreamReader : IJvmObjectReferenceProvider
{
    internal DataStreamReader(JvmObjectReference reference) => Reference = reference;

    /// <inheritdoc/>
    public JvmObjectReference Reference { get; }

    /// <summary>Sets the format, such as <c>kafka</c> or <c>rate</c>.</summary>
    public DataStreamReader Format(string source) => With("format", source);

    /// <summary>Sets the columns.</summary>
    public DataStreamReader Schema(StructType schema) => With("schema", JavaSchema.Of(schema));

    /// <summary>Sets the columns, as DDL.</summary>
    public DataStreamReader Schema(string schemaString) => With("schema", schemaString);

    /// <summary>Sets one option.</summary>
    public DataStreamReader Option(string key, string value) => With("option", key, value);

    /// <inheritdoc cref="Option(string, string)"/>
    public DataStreamReader Option(string key, bool value) => With("option", key, value);

    /// <inheritdoc cref="Option(string, string)"/>
    public DataStreamReader Option(string key, long value) => With("option", key, value);

    /// <inheritdoc cref="Option(string, string)"/>
    public DataStreamReader Option(string key, double value) => With("option", key, value);

    /// <summary>Sets several options.</summary>
    public DataStreamReader Options(Dictionary<string, string> options) => With("options", options);

    /// <summary>The stream of a source that needs no path.</summary>
    public DataFrame Load() => Frame("load");

    /// <summary>The stream of files that appear below a path.</summary>
    public DataFrame Load(string path) => Frame("load", path);

    /// <summary>The stream of rows that appear in a table.</summary>
    public DataFrame Table(string tableName) => Frame("table", tableName);

    /// <summary>The stream of files of JSON, one object per line that appear below a path.</summary>
    public DataFrame Json(string path) => Frame("json", path);

    /// <summary>The stream of files of CSV that appear below a path.</summary>
    public DataFrame Csv(string path) => Frame("csv", path);

    /// <summary>The stream of files of Parquet that appear below a path.</summary>
    public DataFrame Parquet(string path) => Frame("parquet", path);

    /// <summary>The stream of files of ORC that appear below a path.</summary>
    public DataFrame Orc(string path) => Frame("orc", path);

    /// <summary>The stream of files of text, one row per line in column <c>value</c> that appear below a path.</summary>
    public DataFrame Text(string path) => Frame("text", path);

    private DataFrame Frame(string method, params object[] args) => new(Reference.Call(method, args));

    private DataStreamReader With(string method, params object[] args)
    {
        Reference.Do(method, args);
        return this;
    }
}
