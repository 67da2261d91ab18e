using System.Globalization;
using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark.Interop.Launch;

/// <summary>Finds the JVM that started this program, or starts one.</summary>
internal static class GatewayLauncher
{
    private const string PortVariable = "PYSPARK_GATEWAY_PORT";
    private const string SecretVariable = "PYSPARK_GATEWAY_SECRET";
    private const string HomeVariable = "SPARK_HOME";

    /// <exception cref="GatewayException">There is no JVM to connect to and none can be started.</exception>
    public static JvmBridge ConnectOrLaunch() => Environment.GetEnvironmentVariable(PortVariable) is { } port ? Connect(port) : Launch();

    // spark-submit runs PythonRunner, which runs this program.
    private static JvmBridge Connect(string portText)
    {
        if (!int.TryParse(portText, CultureInfo.InvariantCulture, out int port) || port is < 1 or > 65535)
        {
            throw new GatewayException($"{PortVariable} is '{portText}', not a port (1 to 65535). Only spark-submit should set it.");
        }

        string secret = Environment.GetEnvironmentVariable(SecretVariable)
            ?? throw new GatewayException($"{PortVariable} is set but {SecretVariable} is not. Start the program with spark-submit, which sets both, or unset both.");
        JvmBridge bridge = new(port, secret);
        ParentWatch.Start();
        return bridge;
    }

    private static JvmBridge Launch()
    {
        string home = Environment.GetEnvironmentVariable(HomeVariable)
            ?? throw new GatewayException($"{HomeVariable} is not set. Set it to an unpacked Spark, or start the program with spark-submit.");
        JvmProcess process = JvmProcess.Start(home, SparkLaunch.SubmitArguments, SparkLaunch.OnJvmOutput);
        try
        {
            return new JvmBridge(process.Port, process.Secret, process);
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }
}
