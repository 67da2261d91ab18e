using Microsoft.Spark.Interop.Ipc;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Rows;

/// <summary>Brings the rows of a DataFrame into this process.</summary>
internal static class ArrowCollector
{
    /// <inheritdoc cref="Collect(JvmObjectReference, StructType)"/>
    public static IReadOnlyList<ArrowBatch> Collect(JvmObjectReference dataFrame)
    {
        using JvmObjectReference schema = (JvmObjectReference)dataFrame.Invoke("schema")!;
        return Collect(dataFrame, (StructType)DataType.ParseDataType((string)schema.Invoke("json")!));
    }

    /// <summary>Runs the job and returns its batches in the order of the rows.</summary>
    /// <exception cref="JvmCallException">The job failed.</exception>
    /// <exception cref="NotSupportedException">A column has a type that cannot be read; the job was not run.</exception>
    public static IReadOnlyList<ArrowBatch> Collect(JvmObjectReference dataFrame, StructType schema)
    {
        ArrowColumnReader.RequireReadable(schema);
        JvmBridge jvm = dataFrame.Bridge;
        using JvmObjectReference served = (JvmObjectReference)jvm.Call(dataFrame, "collectAsArrowToPython")!;
        object?[] parts = jvm.ArrayToManaged(served);
        using SparkServer server = new((JvmObjectReference)parts[2]!);
        return server.Exchange((int)parts[0]!, (string)parts[1]!, stream => InOrder(stream, [.. ArrowStream.Read(stream, schema)]));
    }

    // Partitions finish in any order: the positions follow after the batches.
    private static ArrowBatch[] InOrder(Stream stream, List<ArrowBatch> batches)
    {
        int count = SideChannel.ReadInt32(stream);
        if (count < 0)
        {
            throw new EndOfStreamException($"Spark ended the rows early: {SideChannel.ReadText(stream)}");
        }

        ArrowBatch[] ordered = new ArrowBatch[count];
        for (int i = 0; i < count; i++)
        {
            ordered[i] = batches[SideChannel.ReadInt32(stream)];
        }

        return ordered;
    }
}
