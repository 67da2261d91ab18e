using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark.Interop.Launch;

/// <summary>Finds the JVM that started this program, or starts one.</summary>
internal static class GatewayLauncher
{
    public static JvmBridge ConnectOrLaunch() => throw new NotImplementedException();
}
