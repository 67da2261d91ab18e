#nullable disable
using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark.Sql;

/// <summary>Settings of a running session.</summary>
public sealed class RuntimeConfig : IJvmObjectReferenceProvider
{
    internal RuntimeConfig(JvmObjectReference reference) => Reference = reference;

    /// <inheritdoc/>
    public JvmObjectReference Reference { get; }

    /// <summary>Sets one setting; fails when it cannot change any more.</summary>
    public void Set(string key, string value) => Reference.Do("set", key, value);

    /// <summary>Sets one setting; fails when it cannot change any more.</summary>
    public void Set(string key, bool value) => Reference.Do("set", key, value);

    /// <summary>Sets one setting; fails when it cannot change any more.</summary>
    public void Set(string key, long value) => Reference.Do("set", key, value);

    /// <summary>One setting; fails when it is neither set nor has a default.</summary>
    public string Get(string key) => Reference.Get<string>("get", key);

    /// <summary>One setting, or <paramref name="defaultValue"/> when it is not set.</summary>
    public string Get(string key, string defaultValue) => Reference.Get<string>("get", key, defaultValue);

    /// <summary>Returns one setting to its default.</summary>
    public void Unset(string key) => Reference.Do("unset", key);

    /// <summary>Whether a setting can change while the session runs.</summary>
    public bool IsModifiable(string key) => Reference.Get<bool>("isModifiable", key);
}
