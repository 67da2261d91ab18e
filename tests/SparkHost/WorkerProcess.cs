using Microsoft.Spark.Extensions;

namespace SparkHost;

/// <summary>Says in which process it runs.</summary>
internal sealed record WorkerProcess : IPartitionFunction<WorkerProcess.Row, WorkerProcess.Result>
{
    /// <inheritdoc/>
    public IEnumerable<Result> Run(IEnumerable<Row> rows) => rows.Select(_ => new Result(Environment.ProcessId));

    /// <summary>Any row.</summary>
    internal sealed record Row(long Id);

    /// <summary>A process.</summary>
    internal sealed record Result(int Id);
}
