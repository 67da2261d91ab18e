#nullable disable
using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop.Ipc;
using Microsoft.Spark.Rows;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Sql;

// Actions that bring rows to the driver.
public sealed partial class DataFrame
{
    /// <summary>All rows. The plan runs once, when this is called, and the result is held in memory.</summary>
    public IEnumerable<Row> Collect()
    {
        StructType schema = Schema();
        return ArrowRows.Values(ArrowCollector.Collect(Reference, schema), schema).Select(values => new Row(values, schema)).ToList();
    }

    /// <summary>The first <paramref name="n"/> rows.</summary>
    public IEnumerable<Row> Take(int n) => Head(n);

    /// <summary>The first <paramref name="n"/> rows.</summary>
    public IEnumerable<Row> Head(int n)
    {
        DataFrame limited = Limit(n);
        using (limited.Reference)
        {
            return limited.Collect();
        }
    }

    /// <summary>The first row; fails with <see cref="InvalidOperationException"/> when there is none.</summary>
    public Row Head() => Head(1).First();

    /// <summary>The first row; fails with <see cref="InvalidOperationException"/> when there is none.</summary>
    public Row First() => Head();

    /// <summary>The last <paramref name="n"/> rows; meant for few.</summary>
    public IEnumerable<Row> Tail(int n)
    {
        JvmObjectReference[] rows = Reference.Get<JvmObjectReference[]>("tail", n);
        using JvmObjectReference list = Reference.Bridge.NewList(rows);
        using JvmObjectReference schema = Reference.Call("schema");
        using JvmObjectReference session = Reference.Call("sparkSession");
        using JvmObjectReference frame = session.Call("createDataFrame", list, schema);
        Array.ForEach(rows, row => row.Dispose());
        return new DataFrame(frame).Collect();
    }
}
