namespace Microsoft.Spark.Interop.Ipc;

/// <summary>Something that stands for one Java object.</summary>
public interface IJvmObjectReferenceProvider
{
    /// <summary>The Java object behind this one.</summary>
    JvmObjectReference Reference { get; }
}
