using System.Collections.Concurrent;
using Microsoft.Spark;
using Microsoft.Spark.Interop;
using Microsoft.Spark.Interop.Ipc;

namespace IntegrationTests.Spark;

/// <summary>One real Spark for all tests of the collection: local[2], no web page, nothing but loopback.</summary>
public sealed class SparkFixture : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("sd-spark-");

    public SparkFixture()
    {
        Assert.False(string.IsNullOrEmpty(SparkHome), "SPARK_HOME must name an unpacked Spark.");
        Environment.SetEnvironmentVariable("SPARK_LOCAL_IP", "127.0.0.1");
        foreach (string argument in SubmitArguments(_home.FullName))
        {
            SparkLaunch.SubmitArguments.Add(argument);
        }

        ConcurrentQueue<string> output = new(); // of use only when Spark does not start: many tests make it log errors on purpose
        SparkLaunch.OnJvmOutput = output.Enqueue;
        try
        {
            Bridge = (JvmBridge)SparkEnvironment.JvmBridge;
        }
        catch (GatewayException e)
        {
            throw new InvalidOperationException($"Spark did not start.\n{string.Join('\n', output)}", e);
        }
    }

    public static string? SparkHome => Environment.GetEnvironmentVariable("SPARK_HOME");

    internal JvmBridge Bridge { get; }

    public static string[] SubmitArguments(string warehouse) =>
    [
        "--master", "local[2]",
        "--driver-memory", "2g",
        "--conf", "spark.ui.enabled=false",
        "--conf", "spark.driver.host=127.0.0.1",
        "--conf", "spark.driver.bindAddress=127.0.0.1",
        "--conf", "spark.sql.catalogImplementation=in-memory",
        "--conf", "spark.sql.shuffle.partitions=2",
        "--conf", "spark.sql.session.timeZone=UTC",
        "--conf", $"spark.sql.warehouse.dir={warehouse}",
    ];

    /// <summary>The one session of this Spark, as a bare Java object.</summary>
    internal JvmObjectReference Session()
    {
        using JvmObjectReference builder = (JvmObjectReference)Bridge.CallStatic("org.apache.spark.sql.SparkSession", "builder")!;
        return (JvmObjectReference)Bridge.Call(builder, "getOrCreate")!;
    }

    public void Dispose()
    {
        Bridge.Dispose();
        _home.Delete(recursive: true);
    }
}
