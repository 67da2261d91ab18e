using Microsoft.Spark.Calls;
using Microsoft.Spark.Extensions.Records;
using Microsoft.Spark.Rows;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;
using Microsoft.Spark.Worker;

namespace Microsoft.Spark.Extensions;

/// <summary>What Microsoft.Spark's <see cref="DataFrame"/> does not offer.</summary>
public static class DataFrameExtensions
{
    /// <summary>The session a frame belongs to; in a batch of a query, the query's own. Do not dispose it: that stops Spark.</summary>
    public static SparkSession SparkSession(this DataFrame frame) => new(frame.Reference.Call("sparkSession"));

    /// <summary>All rows, each as a record: the value of every constructor parameter is that of the column of its name.</summary>
    /// <remarks>
    /// The names may differ in capitals; columns without a parameter are ignored, so select first. Parameters may be bool, sbyte,
    /// short, int, long, float, double, decimal, string, byte[], DateOnly, DateTime and DateTimeOffset (UTC), Date, Timestamp,
    /// nullable or not, arrays, lists and dictionaries of them, and records again. A number widens, it is never cut.
    /// The job runs once, when this is called; its rows arrive as Arrow batches, and no value is boxed.
    /// </remarks>
    /// <exception cref="InvalidOperationException">
    /// A parameter has no column, or one of another type (found before the job runs), or a null arrived for a parameter that takes none.
    /// </exception>
    public static IReadOnlyList<T> CollectAs<T>(this DataFrame frame)
    {
        StructType schema = frame.Schema();
        RecordShape<T> shape = Shapes.Record<T>();
        shape.RequireReadable(schema);
        IReadOnlyList<ArrowBatch> batches = ArrowCollector.Collect(frame.Reference, schema);
        T[] rows = new T[batches.Sum(batch => batch.RowCount)];
        int at = 0;
        foreach (ArrowBatch batch in batches)
        {
            Func<int, T> read = shape.Reader(batch.Column, schema);
            for (int row = 0; row < batch.RowCount; row++)
            {
                rows[at++] = read(row);
            }
        }

        return rows;
    }

    /// <summary>Rows made by C# on Spark's executors, partition by partition: <c>mapInArrow</c> for C#.</summary>
    /// <remarks>
    /// Lazy, as any transformation, and allowed on streams. Rows go from the executor to this program's own worker process beside it and back, as Arrow. The program, built with its
    /// executable, must lie at the same path on every machine, and begin with <see cref="SparkWorker.Serve"/>. What the function throws fails the task, and after Spark's
    /// retries the job, with the function's own stack in the error.
    /// </remarks>
    /// <param name="frame">The rows; those columns are sent that <typeparamref name="TRow"/> names.</param>
    /// <param name="function">What to do; see <see cref="IPartitionFunction{TRow, TResult}"/> for how it travels.</param>
    /// <exception cref="InvalidOperationException">A parameter of <typeparamref name="TRow"/> has no column, or one of another type; or this program has no executable.</exception>
    public static DataFrame MapPartitions<TRow, TResult>(this DataFrame frame, IPartitionFunction<TRow, TResult> function)
    {
        StructType schema = frame.Schema();
        RecordShape<TRow> rows = Shapes.Record<TRow>();
        rows.RequireReadable(schema);
        string[] columns = rows.ColumnsIn(schema);
        DataFrame needed = frame.Select(Array.ConvertAll(columns, frame.Col));
        byte[] command = FunctionCommand.ToBytes(function, needed.Schema().Json);
        return new(PartitionPlan.Map(needed, function.GetType().Name, command, Shapes.Record<TResult>().Type));
    }
}
