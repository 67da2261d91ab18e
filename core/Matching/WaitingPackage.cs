using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Orders;

namespace SpecialDelivery.Core.Matching;

/// <summary>A package without a driver.</summary>
/// <param name="package">The package.</param>
/// <param name="handle">A number that stands for it in tables and messages; see <see cref="OrderHandle"/>.</param>
public sealed class WaitingPackage(Package package, long handle)
{
    private long? _waitsSince;

    /// <summary>The package.</summary>
    public Package Package { get; } = package;

    /// <summary>A number that stands for it in tables and messages.</summary>
    public long Handle { get; } = handle;

    /// <summary>Both ends, for fast distances.</summary>
    internal Route Route { get; } = new(package.Source, package.Destination);

    /// <summary>Batches it has waited through; waiting raises its priority.</summary>
    public int BatchesWaited { get; private set; }

    /// <summary>The reason last published; null before the first.</summary>
    public UnmatchedReason? Reason { get; private set; }

    /// <summary>Starts a batch in which it looks for a trip.</summary>
    /// <param name="batch">The batch.</param>
    internal void Seek(long batch) => BatchesWaited = (int)(batch - (_waitsSince ?? batch));

    /// <summary>Ends a batch without a trip.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="batch">The batch.</param>
    /// <returns>Whether the reason is another one than last published.</returns>
    internal bool Explain(UnmatchedReason reason, long batch)
    {
        bool isNew = Reason != reason;
        Reason = reason;
        _waitsSince ??= batch;
        return isNew;
    }
}
