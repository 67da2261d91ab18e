namespace Microsoft.Spark.Interop.Ipc;

/// <summary>A registered callback, passed to Java as an argument that implements <see cref="Interfaces"/>.</summary>
internal sealed class JvmProxy(string id, IReadOnlyList<string> interfaces)
{
    /// <summary>128 random bits: whoever knows it may call, because the JVM does not authenticate its callbacks.</summary>
    public string Id { get; } = id;

    /// <summary>Full names of the Java interfaces.</summary>
    public IReadOnlyList<string> Interfaces { get; } = interfaces;
}
