#nullable disable
using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop;
using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark;

/// <summary>Settings of a Spark application. Values set here win over those of spark-submit.</summary>
public sealed class SparkConf : IJvmObjectReferenceProvider
{
    /// <summary>Creates settings; master and name get defaults when nothing else gave them.</summary>
    /// <param name="loadDefaults">Whether to start from the settings given to spark-submit.</param>
    public SparkConf(bool loadDefaults = true)
        : this(SparkEnvironment.JvmBridge.CallConstructor("org.apache.spark.SparkConf", loadDefaults))
    {
        SetIfMissing("spark.master", "local");
        SetIfMissing("spark.app.name", "debug app");
    }

    internal SparkConf(JvmObjectReference reference) => Reference = reference;

    /// <inheritdoc/>
    public JvmObjectReference Reference { get; }

    /// <summary>Sets the master, such as <c>local[2]</c> or <c>spark://host:7077</c>.</summary>
    public SparkConf SetMaster(string master) => With("setMaster", master);

    /// <summary>Sets the name shown in Spark's pages.</summary>
    public SparkConf SetAppName(string appName) => With("setAppName", appName);

    /// <summary>Sets where Spark is installed on the workers.</summary>
    public SparkConf SetSparkHome(string sparkHome) => With("setSparkHome", sparkHome);

    /// <summary>Sets one setting.</summary>
    public SparkConf Set(string key, string value) => With("set", key, value);

    /// <summary>A setting as a whole number, or <paramref name="defaultValue"/> when it is not set.</summary>
    public int GetInt(string key, int defaultValue) => Reference.Get<int>("getInt", key, defaultValue);

    /// <summary>A setting, or <paramref name="defaultValue"/> when it is not set.</summary>
    public string Get(string key, string defaultValue) => Reference.Get<string>("get", key, defaultValue);

    /// <summary>All settings.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> GetAll() =>
        Array.ConvertAll(Reference.Get<JvmObjectReference[]>("getAll"), ToPair);

    private static KeyValuePair<string, string> ToPair(JvmObjectReference tuple)
    {
        using (tuple)
        {
            return new(tuple.Get<string>("_1"), tuple.Get<string>("_2"));
        }
    }

    private void SetIfMissing(string key, string value)
    {
        if (string.IsNullOrWhiteSpace(Get(key, "")))
        {
            Set(key, value);
        }
    }

    private SparkConf With(string method, params object[] args)
    {
        Reference.Do(method, args);
        return this;
    }
}
