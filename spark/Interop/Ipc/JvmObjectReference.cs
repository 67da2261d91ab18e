using System.Globalization;

namespace Microsoft.Spark.Interop.Ipc;

/// <summary>One Java object, kept alive in the JVM until this reference is disposed or collected.</summary>
public sealed class JvmObjectReference : IJvmObjectReferenceProvider, IDisposable
{
    /// <summary>Kind of the few objects the gateway names itself, which are never released.</summary>
    internal const char NamedByGateway = '\0';

    private readonly string _name;
    private int _released;

    /// <param name="jvm">The bridge the object lives behind.</param>
    /// <param name="id">Its name in the gateway, for example o12.</param>
    /// <param name="kind">What the gateway says it is: r object, t array, l List, a Map, h Set, g Iterator.</param>
    internal JvmObjectReference(IJvmBridge jvm, string id, char kind = 'r')
    {
        Jvm = jvm;
        _name = id;
        Kind = kind;
    }

    /// <summary>The last resort: Java objects whose references were dropped without Dispose are released here.</summary>
    ~JvmObjectReference() => Release();

    /// <summary>The bridge the object lives behind.</summary>
    public IJvmBridge Jvm { get; }

    /// <inheritdoc/>
    public JvmObjectReference Reference => this;

    internal JvmBridge Bridge => (JvmBridge)Jvm;

    /// <summary>The gateway's name of the object. Refused after Dispose: Java would silently take a dead name as null.</summary>
    internal string Id => Volatile.Read(ref _released) == 0
        ? _name
        : throw new ObjectDisposedException(nameof(JvmObjectReference), $"The Java object {_name} was released and cannot be used any more.");

    internal char Kind { get; }

    /// <summary>Calls a method of this object.</summary>
    public object? Invoke(string methodName, object? arg0) => Jvm.CallNonStaticJavaMethod(this, methodName, arg0);

    /// <summary>Calls a method of this object.</summary>
    public object? Invoke(string methodName, object? arg0, object? arg1) => Jvm.CallNonStaticJavaMethod(this, methodName, arg0, arg1);

    /// <summary>Calls a method of this object.</summary>
    public object? Invoke(string methodName, params object?[] args) => Jvm.CallNonStaticJavaMethod(this, methodName, args);

    /// <summary>The object's class and text, asked from Java.</summary>
    public string GetDebugInfo()
    {
        using var javaClass = (JvmObjectReference)Invoke("getClass")!;
        return string.Create(CultureInfo.InvariantCulture, $"Java object {Id} of {javaClass.Invoke("getName")}: {Invoke("toString")}");
    }

    /// <summary>Lets the JVM forget the object. Using the reference afterwards throws.</summary>
    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    public override string ToString() => $"JvmObjectReference {_name}";

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JvmObjectReference other && other._name == _name && ReferenceEquals(other.Jvm, Jvm);

    /// <inheritdoc/>
    public override int GetHashCode() => _name.GetHashCode(StringComparison.Ordinal);

    private void Release()
    {
        if (Interlocked.Exchange(ref _released, 1) == 0 && Kind != NamedByGateway && Jvm is JvmBridge bridge)
        {
            bridge.Release(_name);
        }
    }
}
