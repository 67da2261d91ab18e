#nullable disable
using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop;
using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark;

/// <summary>Where the blocks of a persisted frame are kept.</summary>
/// <param name="useDisk">Whether blocks may go to disk.</param>
/// <param name="useMemory">Whether blocks may stay in memory.</param>
/// <param name="useOffHeap">Whether memory outside the Java heap is used.</param>
/// <param name="deserialized">Whether blocks in memory are kept as Java objects.</param>
/// <param name="replication">On how many nodes each block is kept.</param>
public sealed class StorageLevel(bool useDisk, bool useMemory, bool useOffHeap, bool deserialized, int replication = 1)
    : IJvmObjectReferenceProvider
{
    private const string ClassName = "org.apache.spark.storage.StorageLevel";
    private readonly Lazy<JvmObjectReference> _reference = new(() =>
        SparkEnvironment.JvmBridge.CallStatic(ClassName, "apply", useDisk, useMemory, useOffHeap, deserialized, replication));

    internal StorageLevel(JvmObjectReference reference)
        : this(
            reference.Get<bool>("useDisk"),
            reference.Get<bool>("useMemory"),
            reference.Get<bool>("useOffHeap"),
            reference.Get<bool>("deserialized"),
            reference.Get<int>("replication")) =>
        _reference = new(reference);

    /// <summary>Nothing is kept.</summary>
    public static StorageLevel NONE => new(false, false, false, false);

    /// <summary>On disk.</summary>
    public static StorageLevel DISK_ONLY => new(true, false, false, false);

    /// <summary>On disk, on two nodes.</summary>
    public static StorageLevel DISK_ONLY_2 => new(true, false, false, false, 2);

    /// <summary>In memory as objects; what does not fit is computed again.</summary>
    public static StorageLevel MEMORY_ONLY => new(false, true, false, true);

    /// <summary>As <see cref="MEMORY_ONLY"/>, on two nodes.</summary>
    public static StorageLevel MEMORY_ONLY_2 => new(false, true, false, true, 2);

    /// <summary>In memory as bytes; what does not fit is computed again.</summary>
    public static StorageLevel MEMORY_ONLY_SER => new(false, true, false, false);

    /// <summary>As <see cref="MEMORY_ONLY_SER"/>, on two nodes.</summary>
    public static StorageLevel MEMORY_ONLY_SER_2 => new(false, true, false, false, 2);

    /// <summary>In memory as objects; what does not fit goes to disk.</summary>
    public static StorageLevel MEMORY_AND_DISK => new(true, true, false, true);

    /// <summary>As <see cref="MEMORY_AND_DISK"/>, on two nodes.</summary>
    public static StorageLevel MEMORY_AND_DISK_2 => new(true, true, false, true, 2);

    /// <summary>In memory as bytes; what does not fit goes to disk.</summary>
    public static StorageLevel MEMORY_AND_DISK_SER => new(true, true, false, false);

    /// <summary>As <see cref="MEMORY_AND_DISK_SER"/>, on two nodes.</summary>
    public static StorageLevel MEMORY_AND_DISK_SER_2 => new(true, true, false, false, 2);

    /// <summary>In memory outside the Java heap; what does not fit goes to disk.</summary>
    public static StorageLevel OFF_HEAP => new(true, true, true, false);

    /// <inheritdoc/>
    public JvmObjectReference Reference => _reference.Value;

    /// <summary>Whether blocks may go to disk.</summary>
    public bool UseDisk { get; } = useDisk;

    /// <summary>Whether blocks may stay in memory.</summary>
    public bool UseMemory { get; } = useMemory;

    /// <summary>Whether memory outside the Java heap is used.</summary>
    public bool UseOffHeap { get; } = useOffHeap;

    /// <summary>Whether blocks in memory are kept as Java objects.</summary>
    public bool Deserialized { get; } = deserialized;

    /// <summary>On how many nodes each block is kept.</summary>
    public int Replication { get; } = replication;

    /// <summary>The level in Spark's words.</summary>
    public string Description() => Reference.Get<string>("description");
}
