#nullable disable
using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark;

/// <summary>The application's connection to its cluster.</summary>
public sealed class SparkContext : IJvmObjectReferenceProvider
{
    private const string ClassName = "org.apache.spark.SparkContext";

    /// <summary>Creates a context from the settings given to spark-submit.</summary>
    public SparkContext()
        : this(new SparkConf())
    {
    }

    /// <summary>Creates a context from settings.</summary>
    public SparkContext(SparkConf conf)
        : this(conf.Reference.Jvm.CallConstructor(ClassName, conf))
    {
    }

    internal SparkContext(JvmObjectReference reference) => Reference = reference;

    /// <inheritdoc/>
    public JvmObjectReference Reference { get; }

    /// <summary>How many tasks Spark runs at once when nothing else is said.</summary>
    public int DefaultParallelism => Reference.Get<int>("defaultParallelism");

    /// <summary>The running context, or a new one from settings.</summary>
    public static SparkContext GetOrCreate(SparkConf conf) => new(conf.Reference.Jvm.CallStatic(ClassName, "getOrCreate", conf));

    /// <summary>Sets the level of Spark's log: ALL, DEBUG, INFO, WARN, ERROR, FATAL or OFF.</summary>
    public void SetLogLevel(string logLevel) => Reference.Do("setLogLevel", logLevel);

    /// <summary>Ends the application on the cluster.</summary>
    public void Stop() => Reference.Do("stop");

    /// <summary>Version of Spark.</summary>
    public string Version() => Reference.Get<string>("version");

    /// <summary>A copy of the settings in force.</summary>
    public SparkConf GetConf() => new(Reference.Call("getConf"));

    /// <summary>Describes the jobs this thread starts from now on.</summary>
    public void SetJobDescription(string value) => Reference.Do("setJobDescription", value);

    /// <summary>Puts the jobs this thread starts from now on into a group.</summary>
    /// <param name="groupId">Name of the group.</param>
    /// <param name="description">Shown in Spark's pages.</param>
    /// <param name="interruptOnCancel">Whether cancelling the group interrupts its running tasks.</param>
    public void SetJobGroup(string groupId, string description, bool interruptOnCancel = false) =>
        Reference.Do("setJobGroup", groupId, description, interruptOnCancel);

    /// <summary>Takes the jobs this thread starts from now on out of their group.</summary>
    public void ClearJobGroup() => Reference.Do("clearJobGroup");

    /// <summary>Sets where reliable checkpoints of frames go.</summary>
    public void SetCheckpointDir(string directory) => Reference.Do("setCheckpointDir", directory);

    /// <summary>Where reliable checkpoints of frames go, or null when unset.</summary>
    public string GetCheckpointDir() => (string)Reference.GetOption("getCheckpointDir");

    /// <summary>Sends a file to every node of the application.</summary>
    /// <param name="path">A local path, or a URI of a file system Hadoop knows.</param>
    /// <param name="recursive">Whether <paramref name="path"/> may be a folder.</param>
    public void AddFile(string path, bool recursive = false) => Reference.Do("addFile", path, recursive);
}
