namespace Microsoft.Spark.Worker;

/// <summary>Numbers that stand where a length could: what comes next on the socket between an executor and a worker.</summary>
/// <remarks>Source: org.apache.spark.api.python.SpecialLengths.</remarks>
internal static class WorkerSignal
{
    public const int EndOfDataSection = -1;
    public const int ExceptionThrown = -2;
    public const int EndOfStream = -4;
    public const int StartArrowStream = -6;
}
