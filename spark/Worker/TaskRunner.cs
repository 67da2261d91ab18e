using Microsoft.Spark.Extensions;
using Microsoft.Spark.Extensions.Records;
using Microsoft.Spark.Rows;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Worker;

/// <summary>Runs a function over the rows of one task.</summary>
internal abstract class TaskRunner
{
    /// <summary>What Spark's side wraps all columns into, on the way in and out.</summary>
    private const string Wrapper = "struct";

    /// <summary>The runner of a command.</summary>
    public static TaskRunner Of(FunctionCommand command)
    {
        object function = command.Create();
        Type[] rowAndResult = function.GetType().GetInterfaces().Single(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IPartitionFunction<,>)).GetGenericArguments();
        return (TaskRunner)Activator.CreateInstance(typeof(TaskRunner<,>).MakeGenericType(rowAndResult), function, DataType.ParseDataType(command.Schema))!;
    }

    /// <summary>Reads rows up to the end of their stream, and writes the results.</summary>
    public abstract void Run(Stream input, Stream output);

    protected static StructType Wrap(StructType columns) => new([new StructField(Wrapper, columns)]);
}

/// <inheritdoc cref="TaskRunner"/>
internal sealed class TaskRunner<TRow, TResult>(IPartitionFunction<TRow, TResult> function, StructType schema) : TaskRunner
{
    private const int MostRowsPerBatch = 10_000; // as many as Spark sends by default

    private readonly RecordShape<TRow> _rows = Shapes.Record<TRow>();
    private readonly RecordShape<TResult> _results = Shapes.Record<TResult>();

    public override void Run(Stream input, Stream output)
    {
        using IEnumerator<ArrowBatch> batches = ArrowStream.Read(input, Wrap(schema)).GetEnumerator();
        Write(function.Run(Rows(batches)), output);
        while (batches.MoveNext())
        {
            // A function need not take all rows, but the next task begins behind them.
        }
    }

    private IEnumerable<TRow> Rows(IEnumerator<ArrowBatch> batches)
    {
        while (batches.MoveNext())
        {
            StructColumn columns = (StructColumn)batches.Current.Column(0);
            Func<int, TRow> read = _rows.Reader(columns.Field, schema);
            for (int row = 0; row < columns.Length; row++)
            {
                yield return read(row);
            }
        }
    }

    private void Write(IEnumerable<TResult> results, Stream output)
    {
        ArrowStreamWriter? stream = null;
        ColumnWriter<TResult> column = _results.Writer();
        foreach (TResult result in results)
        {
            column.Append(result);
            if (column.Column.Length == MostRowsPerBatch)
            {
                stream = WriteBatch(stream, column.Column, output);
            }
        }

        if (column.Column.Length > 0)
        {
            stream = WriteBatch(stream, column.Column, output);
        }

        stream?.WriteEnd(); // without results there is no stream at all
    }

    private ArrowStreamWriter WriteBatch(ArrowStreamWriter? stream, ColumnBuilder rows, Stream output)
    {
        if (stream is null)
        {
            SideChannel.WriteInt32(output, WorkerSignal.StartArrowStream);
            stream = new ArrowStreamWriter(output);
            stream.WriteSchema(Wrap(_results.Type));
        }

        ArrowBody body = new();
        int count = rows.Length;
        rows.AddTo(body);
        stream.WriteBatch(count, body);
        rows.Clear();
        return stream;
    }
}
