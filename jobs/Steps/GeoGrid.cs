using SpecialDelivery.Core.Geo;
using SpecialDelivery.Core.Matching;

namespace SpecialDelivery.Jobs.Steps;

/// <summary>A grid over latitude and longitude whose cells of one level are halves of the next: the geo-buckets of the candidate join.</summary>
/// <remarks>
/// A cell's number at level L is its number at level 0 shifted right by L, so a table of trips stores level 0 only and serves every
/// search. Levels are few, and so are the texts of the plans made with them: Spark compiles each once and the JIT keeps it.
/// </remarks>
internal static class GeoGrid
{
    /// <summary>Cells around the Earth at level 0, as a power of two; four cell numbers of 16 bits make one LONG key.</summary>
    public const int Bits = 16;

    /// <summary>The level at which one cell is the whole Earth.</summary>
    public const int TopLevel = Bits;

    /// <summary>Most cells a package probes along a parallel; nearer the poles a coarser level is taken.</summary>
    private const int MostCellsPerParallel = 12;

    private const double CellsPerDegree = (1 << Bits) / 360.0;

    private static readonly double EdgeMetres = 2 * Math.PI * GreatCircle.EarthRadiusMetres / (1 << Bits);

    /// <summary>The level for a search: cells about twice the radius wide, in which few probes meet few strangers.</summary>
    /// <param name="package">Whose search it is.</param>
    /// <param name="radiusMetres">Its radius.</param>
    /// <returns>0 to <see cref="TopLevel"/>.</returns>
    public static int LevelFor(WaitingPackage package, double radiusMetres)
    {
        int level = (int)Math.Clamp(Math.Round(Math.Log2(2 * radiusMetres / EdgeMetres)), 0, TopLevel);
        double latitude = Math.Max(Math.Abs(package.Package.Source.Latitude), Math.Abs(package.Package.Destination.Latitude));
        double cells = 2 * LongitudeReach(latitude, radiusMetres) * CellsPerDegree;
        while (level < TopLevel && cells / (1 << level) > MostCellsPerParallel)
        {
            level++;
        }

        return level;
    }

    /// <summary>Expression for a point's row at level 0.</summary>
    /// <param name="latitude">Column of degrees north.</param>
    public static string Row(string latitude) => $"cast(floor(({latitude} + 90) * {CellsPerDegree:R}D) AS int)";

    /// <summary>Expression for a point's column at level 0, not yet wrapped around the Earth.</summary>
    /// <param name="longitude">Column of degrees east.</param>
    public static string Column(string longitude) => $"cast(floor(({longitude} + 180) * {CellsPerDegree:R}D) AS int)";

    /// <summary>Expression that wraps a column around the Earth: the meridians 180 and -180 are one.</summary>
    /// <param name="column">Column number at the level.</param>
    /// <param name="level">The level.</param>
    public static string Wrap(string column, int level) => $"({column} & {(1 << (Bits - level)) - 1})";

    /// <summary>Expression for the join key of both ends: one LONG, as the packed hash of two INTs collides.</summary>
    public static string Key(string sourceRow, string sourceColumn, string destinationRow, string destinationColumn) =>
        $"shiftleft(cast({sourceRow} AS bigint), {3 * Bits}) | shiftleft(cast({sourceColumn} AS bigint), {2 * Bits}) | shiftleft(cast({destinationRow} AS bigint), {Bits}) | cast({destinationColumn} AS bigint)";

    /// <summary>Degrees of longitude that a radius spans to either side, 180 when it reaches a pole.</summary>
    private static double LongitudeReach(double latitude, double radiusMetres)
    {
        double angle = radiusMetres / GreatCircle.EarthRadiusMetres;
        double cosine = Math.Cos(double.DegreesToRadians(latitude));
        return double.DegreesToRadians(Math.Abs(latitude)) + angle >= Math.PI / 2 || Math.Sin(angle) >= cosine
            ? 180
            : double.RadiansToDegrees(Math.Asin(Math.Sin(angle) / cosine));
    }
}
