namespace Microsoft.Spark.Interop;

/// <summary>Settings for the JVM this program starts itself; an addition to Microsoft.Spark's surface. Set them before the first use of Spark.</summary>
/// <remarks>They have no effect when spark-submit started the program: its own arguments apply then.</remarks>
public static class SparkLaunch
{
    /// <summary>
    /// Arguments for spark-submit, for example --master local[2] --driver-memory 3g --conf key=value. What belongs to the JVM itself
    /// (memory, jars, packages, Java options) can only be set here.
    /// </summary>
    public static IList<string> SubmitArguments { get; } = [];

    /// <summary>Receives each line the JVM writes; null leaves its output on this program's own. Called on other threads.</summary>
    public static Action<string>? OnJvmOutput { get; set; }
}
