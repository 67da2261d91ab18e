namespace Microsoft.Spark.Sql;

/// <summary>What a write does when there is something already.</summary>
public enum SaveMode
{
    /// <summary>Adds to it.</summary>
    Append,

    /// <summary>Replaces it.</summary>
    Overwrite,

    /// <summary>Fails.</summary>
    ErrorIfExists,

    /// <summary>Writes nothing.</summary>
    Ignore,
}
