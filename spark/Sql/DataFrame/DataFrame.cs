#nullable disable
using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop.Ipc;
using Microsoft.Spark.Sql.Streaming;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Sql;

/// <summary>Rows with named columns, described by a plan that runs when an action asks for its result.</summary>
public sealed partial class DataFrame : IJvmObjectReferenceProvider
{
    internal DataFrame(JvmObjectReference reference) => Reference = reference;

    /// <inheritdoc/>
    public JvmObjectReference Reference { get; }

    /// <summary>The column named <paramref name="columnName"/>.</summary>
    public Column this[string columnName] => Col(columnName);

    /// <summary>The column named <paramref name="colName"/>.</summary>
    public Column Col(string colName) => new(Reference.Call("col", colName));

    /// <summary>The columns whose names match a regular expression in back quotes.</summary>
    public Column ColRegex(string colName) => new(Reference.Call("colRegex", colName));

    /// <summary>Names and types of the columns.</summary>
    public StructType Schema() => (StructType)DataType.ParseDataType(Reference.GetThrough<string>("schema", "json"));

    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Columns() => Schema().Fields.ConvertAll(field => field.Name);

    /// <summary>Name and type of each column, the type as in DDL.</summary>
    public IEnumerable<Tuple<string, string>> DTypes() =>
        Schema().Fields.ConvertAll(field => Tuple.Create(field.Name, field.DataType.SimpleString));

    /// <summary>Whether the rows are already in the driver.</summary>
    public bool IsLocal() => Reference.Get<bool>("isLocal");

    /// <summary>Whether there is no row; runs the plan.</summary>
    public bool IsEmpty() => Reference.Get<bool>("isEmpty");

    /// <summary>Whether some source of the plan is a stream.</summary>
    public bool IsStreaming() => Reference.Get<bool>("isStreaming");

    /// <summary>Starts the description of where the rows are written once.</summary>
    public DataFrameWriter Write() => new(Reference.Call("write"));

    /// <summary>Starts the description of where the stream of rows is written.</summary>
    public DataStreamWriter WriteStream() => new(Reference.Call("writeStream"));

    /// <summary>Starts the description of a write to a table of a version 2 source.</summary>
    public DataFrameWriterV2 WriteTo(string table) => new(Reference.Call("writeTo", table));

    /// <summary>Ways to drop or replace missing values.</summary>
    public DataFrameNaFunctions Na() => new(Reference.Call("na"));

    /// <summary>Names the rows as a view of this session; fails when the name is taken.</summary>
    public void CreateTempView(string viewName) => Reference.Do("createTempView", viewName);

    /// <summary>Names the rows as a view of this session.</summary>
    public void CreateOrReplaceTempView(string viewName) => Reference.Do("createOrReplaceTempView", viewName);

    /// <summary>Names the rows as a view of the application; fails when the name is taken.</summary>
    public void CreateGlobalTempView(string viewName) => Reference.Do("createGlobalTempView", viewName);

    /// <summary>Names the rows as a view of the application.</summary>
    public void CreateOrReplaceGlobalTempView(string viewName) => Reference.Do("createOrReplaceGlobalTempView", viewName);

    /// <summary>The files the rows are read from.</summary>
    public IEnumerable<string> InputFiles() => Reference.Get<string[]>("inputFiles");

    /// <summary>Whether both plans surely give the same rows.</summary>
    public bool SameSemantics(DataFrame other) => Reference.Get<bool>("sameSemantics", other);

    /// <summary>A hash of the plan; equal where <see cref="SameSemantics"/> holds.</summary>
    public int SemanticHash() => Reference.Get<int>("semanticHash");

    private DataFrame Frame(string method, params object[] args) => new(Reference.Call(method, args));
}
