using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop.Ipc;
using Microsoft.Spark.Sql;

namespace Microsoft.Spark.Extensions;

/// <summary>What Microsoft.Spark's <see cref="DataFrameReader"/> does not offer.</summary>
public static class DataFrameReaderExtensions
{
    /// <summary>The rows of texts of JSON, one object per text.</summary>
    /// <param name="reader">Its options and, best, its schema: without one, all texts are read twice.</param>
    /// <param name="texts">A frame of one column of text.</param>
    public static DataFrame Json(this DataFrameReader reader, DataFrame texts)
    {
        using JvmObjectReference encoder = reader.Reference.Jvm.CallStatic("org.apache.spark.sql.Encoders", "STRING");
        using JvmObjectReference typed = texts.Reference.Call("as", encoder);
        return new(reader.Reference.Call("json", typed));
    }
}
