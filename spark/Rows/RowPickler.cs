using System.Buffers.Binary;
using Microsoft.Spark.Interop.Ipc;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Rows;

/// <summary>Makes a DataFrame of rows of this process.</summary>
internal static class RowPickler
{
    private const int MostRowsPerFrame = 1000;
    private const int Header = 2 * sizeof(int); // length of the chunk, length of the frame in it
    private const int EndOfChunks = -1;

    /// <summary>A DataFrame of rows of boxed values.</summary>
    /// <param name="sparkSession">Where it belongs.</param>
    /// <param name="schema">Names and types of the values.</param>
    /// <param name="rows">The rows; enumerated once.</param>
    /// <param name="slices">Number of partitions.</param>
    /// <exception cref="ArgumentException">A value does not fit its column.</exception>
    public static JvmObjectReference ToDataFrame(JvmObjectReference sparkSession, StructType schema, IEnumerable<object?[]> rows, int slices)
    {
        Action<PickleWriter, object?>[] columns = [.. schema.Fields.Select(field => ValuePickler.For(field.Name, field.DataType))];
        IReadOnlyList<object?[]> known = rows as IReadOnlyList<object?[]> ?? [.. rows];
        return ToDataFrame(sparkSession, schema, known, (pickle, row) => Write(pickle, row, columns), slices);
    }

    /// <summary>A DataFrame of typed rows, without boxing.</summary>
    /// <param name="sparkSession">Where it belongs.</param>
    /// <param name="schema">Names and types of the values.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="write">Writes the values of one row, each as the type of its column demands, in the order of the columns.</param>
    /// <param name="slices">Number of partitions.</param>
    public static JvmObjectReference ToDataFrame<T>(
        JvmObjectReference sparkSession, StructType schema, IReadOnlyList<T> rows, Action<PickleWriter, T> write, int slices)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(slices, 1);
        JvmBridge jvm = sparkSession.Bridge;
        using JvmObjectReference context = (JvmObjectReference)jvm.Call(sparkSession, "sparkContext")!;
        JvmObjectReference parallelize = jvm.CallConstructor("org.apache.spark.api.python.PythonParallelizeServer", context, slices);
        using SparkServer server = new(parallelize);
        using JvmObjectReference frames = server.Send(
            (int)jvm.Call(parallelize, "port")!, (string)jvm.Call(parallelize, "secret")!, stream => Send(stream, rows, write, slices));
        using JvmObjectReference objects = (JvmObjectReference)jvm.CallStatic("org.apache.spark.api.python.SerDeUtil", "pythonToJava", frames, true)!;
        using JvmObjectReference tuples = (JvmObjectReference)jvm.Call(objects, "rdd")!;
        return (JvmObjectReference)jvm.Call(sparkSession, "applySchemaToPythonRDD", tuples, schema.Json)!;
    }

    private static void Send<T>(Stream stream, IReadOnlyList<T> rows, Action<PickleWriter, T> write, int slices)
    {
        // Frames are what Spark spreads over the partitions, so there should be one for each at least.
        int perFrame = Math.Clamp((rows.Count + slices - 1) / slices, 1, MostRowsPerFrame);
        using PickleWriter pickle = new();
        for (int first = 0; first < rows.Count; first += perFrame)
        {
            pickle.BeginFrame(Header);
            int end = Math.Min(first + perFrame, rows.Count);
            for (int i = first; i < end; i++)
            {
                pickle.BeginTuple();
                write(pickle, rows[i]);
                pickle.EndTuple();
            }

            Span<byte> frame = pickle.EndFrame();
            BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length - sizeof(int));
            BinaryPrimitives.WriteInt32BigEndian(frame[sizeof(int)..], frame.Length - Header);
            stream.Write(frame);
        }

        SideChannel.WriteInt32(stream, EndOfChunks);
    }

    private static void Write(PickleWriter pickle, object?[] row, Action<PickleWriter, object?>[] columns)
    {
        if (row.Length != columns.Length)
        {
            throw new ArgumentException($"A row has {row.Length} values; its schema has {columns.Length} columns.");
        }

        for (int i = 0; i < columns.Length; i++)
        {
            columns[i](pickle, row[i]);
        }
    }
}
