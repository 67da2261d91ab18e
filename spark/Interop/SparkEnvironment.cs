using Microsoft.Spark.Interop.Ipc;
using Microsoft.Spark.Interop.Launch;

namespace Microsoft.Spark.Interop;

/// <summary>The process-wide connection to Spark.</summary>
public static class SparkEnvironment
{
    private static readonly Lock Gate = new();
    private static IJvmBridge? _bridge;

    /// <summary>
    /// The bridge to the driver's JVM. The first read connects to the JVM that started this program (spark-submit), or else starts
    /// one from SPARK_HOME with the settings of <see cref="SparkLaunch"/>. Can be replaced, for tests.
    /// </summary>
    public static IJvmBridge JvmBridge
    {
        get
        {
            lock (Gate)
            {
                return _bridge ??= GatewayLauncher.ConnectOrLaunch();
            }
        }

        set
        {
            lock (Gate)
            {
                _bridge = value;
            }
        }
    }
}
