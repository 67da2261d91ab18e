using SpecialDelivery.Core.Orders;
using SpecialDelivery.Producer.Randomness;

namespace SpecialDelivery.Producer.Worlds;

/// <summary>A trip or a package and the moment somebody posted it.</summary>
/// <remarks>Exactly one of <see cref="Trip"/> and <see cref="Package"/> is there.</remarks>
public readonly record struct PostedOrder
{
    /// <summary>A trip was posted.</summary>
    /// <param name="index">Which trip of its world, from 0.</param>
    /// <param name="postedAt">Event time, unix milliseconds.</param>
    /// <param name="trip">The trip.</param>
    public PostedOrder(long index, long postedAt, Trip trip)
    {
        Index = index;
        PostedAt = postedAt;
        Trip = trip;
    }

    /// <summary>A package was posted.</summary>
    /// <param name="index">Which package of its world, from 0.</param>
    /// <param name="postedAt">Event time, unix milliseconds.</param>
    /// <param name="package">The package.</param>
    public PostedOrder(long index, long postedAt, Package package)
    {
        Index = index;
        PostedAt = postedAt;
        Package = package;
    }

    /// <summary>Which trip or package of its world, from 0.</summary>
    public long Index { get; }

    /// <summary>Event time, unix milliseconds.</summary>
    public long PostedAt { get; }

    /// <summary>The trip, unless it is a package.</summary>
    public Trip? Trip { get; }

    /// <summary>The package, unless it is a trip.</summary>
    public Package? Package { get; }

    /// <summary>The trip's or the package's id.</summary>
    public string Id => Trip?.Id ?? Package!.Id;

    /// <summary>What it is, for its <see cref="Draw"/>.</summary>
    public EntityKind Kind => Trip is null ? EntityKind.Package : EntityKind.Trip;
}
