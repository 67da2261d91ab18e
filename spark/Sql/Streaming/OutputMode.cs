namespace Microsoft.Spark.Sql.Streaming;

/// <summary>What of a changing result is written.</summary>
public enum OutputMode
{
    /// <summary>New rows; a row once written never changes.</summary>
    Append,

    /// <summary>The whole result, every time.</summary>
    Complete,

    /// <summary>New and changed rows.</summary>
    Update,
}
