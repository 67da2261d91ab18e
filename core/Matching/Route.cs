using System.Numerics;
using SpecialDelivery.Core.Geo;

namespace SpecialDelivery.Core.Matching;

/// <summary>Both ends of an order as points on the unit sphere, where a distance costs a few multiplications and no date line exists.</summary>
internal readonly struct Route(LatLon source, LatLon destination)
{
    private readonly UnitVector _source = new(source);
    private readonly UnitVector _destination = new(destination);

    /// <summary>The source in single precision, half a metre exact.</summary>
    public Vector3 Source { get; } = Single(new UnitVector(source));

    /// <summary>The destination in single precision, half a metre exact.</summary>
    public Vector3 Destination { get; } = Single(new UnitVector(destination));

    /// <summary>Great circle between the two sources, metres.</summary>
    public double PickupMetres(in Route other) => _source.DistanceMetres(other._source);

    /// <summary>Great circle between the two destinations, metres.</summary>
    public double DropoffMetres(in Route other) => _destination.DistanceMetres(other._destination);

    private static Vector3 Single(in UnitVector point) => new((float)point.X, (float)point.Y, (float)point.Z);
}
