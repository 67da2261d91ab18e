using Microsoft.Spark.Sql.Streaming;

namespace Microsoft.Spark.Extensions;

/// <summary>Triggers that Microsoft.Spark's <see cref="Trigger"/> does not offer.</summary>
public static class Triggers
{
    /// <summary>All there is now, in as many batches as the source's limits ask for; then the query ends.</summary>
    public static Trigger AvailableNow() => Trigger.Of("AvailableNow");
}
