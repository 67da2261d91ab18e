using SpecialDelivery.Core.Geo;

namespace SpecialDelivery.Core.Matching;

/// <summary>Both ends of an order as points on the unit sphere, where a distance costs a few multiplications and no date line exists.</summary>
internal readonly struct Route(LatLon source, LatLon destination)
{
    private readonly UnitVector _source = new(source);
    private readonly UnitVector _destination = new(destination);

    /// <summary>Great circle between the two sources, metres.</summary>
    public double PickupMetres(in Route other) => _source.DistanceMetres(other._source);

    /// <summary>Great circle between the two destinations, metres.</summary>
    public double DropoffMetres(in Route other) => _destination.DistanceMetres(other._destination);

    /// <summary>The straight line between the two sources, metres: never longer than <see cref="PickupMetres"/>, and quicker.</summary>
    public double PickupChordMetres(in Route other) => _source.ChordMetres(other._source);

    /// <summary>The straight line between the two destinations, metres: never longer than <see cref="DropoffMetres"/>, and quicker.</summary>
    public double DropoffChordMetres(in Route other) => _destination.ChordMetres(other._destination);
}
