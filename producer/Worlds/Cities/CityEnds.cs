using SpecialDelivery.Core.Geo;
using SpecialDelivery.Producer.Randomness;

namespace SpecialDelivery.Producer.Worlds.Cities;

/// <summary>Draws where a trip or a package starts and ends: around two different cities.</summary>
/// <param name="seed">The world's seed, which also places the hot spots.</param>
/// <param name="hotSpotFraction">Part of the ends that lie at a hot spot, 0 to 1.</param>
internal sealed class CityEnds(long seed, double hotSpotFraction)
{
    private const int HotSpotsPerCity = 3;
    private const double HotSpotRadiusMetres = 500;

    private readonly LatLon[] _hotSpots =
    [
        .. Enumerable.Range(0, City.All.Count * HotSpotsPerCity).Select(i =>
        {
            Draw draw = new(seed, EntityKind.HotSpot, i);
            // Wholly inside the city's disc, so a hot end keeps the city's rule too.
            return Disc.Point(
                City.All[i / HotSpotsPerCity].Centre, City.RadiusMetres - HotSpotRadiusMetres,
                draw.Unit(Field.SourceDistance), draw.Unit(Field.SourceBearing));
        }),
    ];

    /// <summary>Both ends.</summary>
    public (LatLon Source, LatLon Destination) Of(Draw draw)
    {
        int cities = City.All.Count;
        (int from, int step) = Math.DivRem((int)draw.Whole(Field.Route, 0, (cities * (cities - 1)) - 1), cities - 1);
        int to = (from + 1 + step) % cities;
        return (
            End(draw, from, Field.SourceHot, Field.SourcePlace, Field.SourceDistance, Field.SourceBearing),
            End(draw, to, Field.DestinationHot, Field.DestinationPlace, Field.DestinationDistance, Field.DestinationBearing));
    }

    private LatLon End(Draw draw, int city, Field hot, Field place, Field distance, Field bearing) => draw.Happens(hot, hotSpotFraction)
        ? Disc.Point(
            _hotSpots[(city * HotSpotsPerCity) + (int)draw.Whole(place, 0, HotSpotsPerCity - 1)], HotSpotRadiusMetres,
            draw.Unit(distance), draw.Unit(bearing))
        : Disc.Point(City.All[city].Centre, City.RadiusMetres, draw.Unit(distance), draw.Unit(bearing));
}
