using Microsoft.Spark.Rows;

namespace Microsoft.Spark.Worker;

/// <summary>What an executor says before the rows of a task. Only the command matters here; the rest is read to get past it.</summary>
/// <remarks>Source: the order in which org.apache.spark.api.python.BasePythonRunner of Spark 3.5 writes, and ArrowPythonRunner after it.</remarks>
internal static class TaskHeader
{
    /// <summary>The kind of work that <see cref="Extensions.DataFrameExtensions.MapPartitions"/> asks for: Arrow batches in, Arrow batches out.</summary>
    public const int MapArrowBatches = 207;

    /// <summary>Reads up to the first row.</summary>
    /// <returns>The command; null when the executor has no more tasks.</returns>
    /// <exception cref="NotSupportedException">The task asks for something that only Python does.</exception>
    public static byte[]? Read(Stream input)
    {
        Span<byte> partition = stackalloc byte[sizeof(int)];
        if (input.ReadAtLeast(partition, partition.Length, throwOnEndOfStream: false) < partition.Length)
        {
            return null;
        }

        SkipText(input); // version of Python
        Skip(input, sizeof(bool) + sizeof(int)); // barrier, its port
        SkipText(input); // its secret
        Skip(input, (3 * sizeof(int)) + sizeof(long) + sizeof(int)); // stage, partition, attempt; id of the attempt; processors
        for (int resources = SideChannel.ReadInt32(input); resources > 0; resources--)
        {
            SkipText(input);
            SkipText(input);
            SkipTexts(input, SideChannel.ReadInt32(input));
        }

        SkipTexts(input, 2 * SideChannel.ReadInt32(input)); // properties of the job
        SkipText(input); // folder of its files
        SkipTexts(input, SideChannel.ReadInt32(input)); // files to load
        bool encrypted = input.ReadByte() > 0;
        if (encrypted || SideChannel.ReadInt32(input) != 0)
        {
            throw new NotSupportedException("Broadcast variables do not reach C#: what a function needs belongs into its properties.");
        }

        int kind = SideChannel.ReadInt32(input);
        if (kind != MapArrowBatches)
        {
            throw new NotSupportedException($"Spark asks for a function of kind {kind}; only {MapArrowBatches} (rows of a partition, as Arrow) runs here.");
        }

        SkipTexts(input, 2 * SideChannel.ReadInt32(input)); // settings
        return ReadCommand(input);
    }

    private static byte[] ReadCommand(Stream input)
    {
        int functions = SideChannel.ReadInt32(input);
        Skip(input, SideChannel.ReadInt32(input) * sizeof(int)); // which columns it takes: all
        int chained = SideChannel.ReadInt32(input);
        if (functions != 1 || chained != 1)
        {
            throw new NotSupportedException($"Spark asks for {functions} functions, {chained} after one another; one at a time runs here.");
        }

        byte[] command = new byte[SideChannel.ReadInt32(input)];
        input.ReadExactly(command);
        return command;
    }

    private static void SkipTexts(Stream input, int count)
    {
        for (; count > 0; count--)
        {
            SkipText(input);
        }
    }

    private static void SkipText(Stream input) => Skip(input, SideChannel.ReadInt32(input));

    private static void Skip(Stream input, int bytes)
    {
        Span<byte> ignored = stackalloc byte[256];
        while (bytes > 0)
        {
            int part = Math.Min(bytes, ignored.Length);
            input.ReadExactly(ignored[..part]);
            bytes -= part;
        }
    }
}
