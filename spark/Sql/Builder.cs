#nullable disable
using System.Globalization;
using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop;
using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark.Sql;

/// <summary>Describes a session, then finds or creates it.</summary>
public sealed class Builder : IJvmObjectReferenceProvider
{
    private readonly Dictionary<string, string> _settings = [];
    private readonly Lazy<JvmObjectReference> _reference =
        new(() => SparkEnvironment.JvmBridge.CallStatic("org.apache.spark.sql.SparkSession", "builder"));

    internal Builder()
    {
    }

    /// <inheritdoc/>
    public JvmObjectReference Reference => _reference.Value;

    /// <summary>Sets the master, such as <c>local[2]</c>; leave it out when spark-submit names it.</summary>
    public Builder Master(string master) => Config("spark.master", master);

    /// <summary>Sets the name shown in Spark's pages.</summary>
    public Builder AppName(string appName) => Config("spark.app.name", appName);

    /// <summary>Sets one setting.</summary>
    public Builder Config(string key, string value)
    {
        _settings[key] = value;
        return this;
    }

    /// <summary>Sets one setting.</summary>
    public Builder Config(string key, bool value) => Config(key, value ? "true" : "false");

    /// <summary>Sets one setting.</summary>
    public Builder Config(string key, double value) => Config(key, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Sets one setting.</summary>
    public Builder Config(string key, long value) => Config(key, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Takes over all settings of <paramref name="conf"/>.</summary>
    public Builder Config(SparkConf conf)
    {
        foreach ((string key, string value) in conf.GetAll())
        {
            Config(key, value);
        }

        return this;
    }

    /// <summary>Uses Hive's catalog.</summary>
    public Builder EnableHiveSupport() => Config("spark.sql.catalogImplementation", "hive");

    /// <summary>The running session with these settings applied, or a new one.</summary>
    public SparkSession GetOrCreate()
    {
        SparkConf conf = new();
        foreach ((string key, string value) in _settings)
        {
            conf.Set(key, value);
        }

        Reference.Do("config", conf);
        conf.Reference.Dispose();
        return new(Reference.Call("getOrCreate"));
    }
}
