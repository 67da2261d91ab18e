using SpecialDelivery.Core.Geo;

namespace SpecialDelivery.Core.Orders;

/// <summary>Tells an order that was sent again from another order under the same id.</summary>
/// <remarks>
/// Made from the fields, not from the bytes: the order of the fields, blanks, and 5 against 5.0 change nothing. The same on every machine and
/// in every run, so it may be stored. Two different orders share a hash with probability 2^-64. The mixing is that of SplitMix64: G. L. Steele,
/// D. Lea, C. H. Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.
/// </remarks>
public static class ContentHash
{
    /// <summary>Hash of a trip.</summary>
    /// <param name="trip">The trip.</param>
    /// <returns>64 bits; equal trips have equal hashes.</returns>
    public static ulong Of(Trip trip)
    {
        ArgumentNullException.ThrowIfNull(trip);
        ulong hash = Add(Common(trip.Id, trip.LeavesAt, trip.ArrivesAt, trip.Space, trip.Review, trip.Source, trip.Destination), trip.DetourMetres);
        return Add(hash, trip.Price);
    }

    /// <summary>Hash of a package.</summary>
    /// <param name="package">The package.</param>
    /// <returns>64 bits; equal packages have equal hashes.</returns>
    public static ulong Of(Package package)
    {
        ArgumentNullException.ThrowIfNull(package);
        return Add(
            Common(package.Id, package.ReadyAt, package.Deadline, package.Space, package.LowestReview, package.Source, package.Destination),
            package.LengthMetres);
    }

    private static ulong Common(string id, long start, long end, int space, double review, LatLon source, LatLon destination)
    {
        ulong hash = 0;
        foreach (char character in id)
        {
            hash = Add(hash, character);
        }

        hash = Add(Add(Add(hash, (ulong)start), (ulong)end), (ulong)space);
        hash = Add(Add(Add(hash, review), source.Latitude), source.Longitude);
        return Add(Add(hash, destination.Latitude), destination.Longitude);
    }

    // Adding 0 turns -0.0 into 0.0: the two are equal, so their hashes must be.
    private static ulong Add(ulong hash, double value) => Add(hash, BitConverter.DoubleToUInt64Bits(value + 0.0));

    private static ulong Add(ulong hash, ulong value)
    {
        ulong mixed = (hash ^ value) + 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
