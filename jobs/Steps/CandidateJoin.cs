using System.Globalization;
using Microsoft.Spark.Sql;
using SpecialDelivery.Core.Geo;
using SpecialDelivery.Core.Settings;
using static Microsoft.Spark.Sql.Functions;

namespace SpecialDelivery.Jobs.Steps;

/// <summary>Packages × open trips → the cheapest candidates of each package.</summary>
/// <remarks>
/// Both ends of a trip make one bucket key; a package probes the buckets around both its ends. Distances come after, exactly:
/// as chords between points on the unit sphere, which need no trigonometry per pair and know no date line.
/// </remarks>
/// <param name="settings">Which rules count.</param>
internal sealed class CandidateJoin(MatchingSettings settings)
{
    private static readonly string Diameter = (2 * GreatCircle.EarthRadiusMetres).ToString("R", CultureInfo.InvariantCulture) + "D";

    // A chord just above the limit costs nothing and is judged exactly afterwards; one just below must not be missed.
    private const string Margin = "1.0000001D";

    /// <summary>Adds what the join needs of a trip: its points on the sphere and its cells at level 0.</summary>
    /// <param name="trips">Columns of <see cref="TripRow"/>.</param>
    public static DataFrame WithPlaces(DataFrame trips) => trips.SelectExpr(
    [
        "Trip AS trip", "Space AS t_space", "Review AS t_review", "LeavesAt AS leaves", "ArrivesAt AS arrives", "Detour AS detour",
        .. Sphere("t_s", "Source"),
        .. Sphere("t_d", "Destination"),
        $"{GeoGrid.Row("SourceLatitude")} AS t_s_row",
        $"{GeoGrid.Column("SourceLongitude")} AS t_s_col",
        $"{GeoGrid.Row("DestinationLatitude")} AS t_d_row",
        $"{GeoGrid.Column("DestinationLongitude")} AS t_d_col",
    ]);

    /// <summary>The search.</summary>
    /// <param name="packages">Columns of <see cref="PackageRow"/>.</param>
    /// <param name="trips">Open trips after <see cref="WithPlaces"/>.</param>
    /// <param name="level">The grid's level.</param>
    /// <returns>Columns of <see cref="CandidateRow"/>.</returns>
    public DataFrame Candidates(DataFrame packages, DataFrame trips, int level) => WithProbes(WithReach(packages), level)
        .Join(Broadcast(WithKey(trips, level)), Expr("p_key = t_key AND " + Condition), "inner")
        .SelectExpr(
            "package",
            "trip",
            "leaves",
            "detour",
            "limit",
            $"{Diameter} * asin(least(sqrt({Chord("s")}) / 2, 1D)) AS pickup",
            $"{Diameter} * asin(least(sqrt({Chord("d")}) / 2, 1D)) AS dropoff")
        .Where(Within)
        .GroupBy("package")
        .Agg(Expr($"slice(sort_array(collect_list(struct({Cost} AS cost, leaves, trip, pickup, dropoff))), 1, {settings.Candidates}) AS best"))
        .SelectExpr("package AS Package", "inline(best)")
        .SelectExpr("Package", "trip AS Trip", "pickup AS Pickup", "dropoff AS Dropoff");

    private string Radius => settings.RadiusMetres.ToString("R", CultureInfo.InvariantCulture) + "D";

    private string Cost => settings.Policy == AssignmentPolicy.NearestFirst ? "pickup" : "pickup + dropoff";

    private string Within => $"{Cost} <= limit AND pickup <= {Radius} AND dropoff <= {Radius}" + (settings.CheckDetour ? " AND pickup + dropoff <= detour" : "");

    private string Condition => string.Join(
        " AND ",
        [
            .. settings.CheckSpace ? ["p_space <= t_space"] : System.Array.Empty<string>(),
            .. settings.CheckReview ? ["t_review >= p_review"] : System.Array.Empty<string>(),
            .. settings.CheckWindow ? ["ready <= leaves", "arrives <= deadline"] : System.Array.Empty<string>(),
            $"{Chord("s")} <= reach",
            $"{Chord("d")} <= reach",
        ]);

    /// <summary>Adds the squared chord of the radius and the degrees it spans at both ends.</summary>
    private static DataFrame WithReach(DataFrame packages) => packages
        .SelectExpr(
        [
            "*",
            $"Radius / {Diameter} * 2 * {Margin} AS angle",
        ])
        .SelectExpr(
        [
            "Package AS package", "Space AS p_space", "Review AS p_review", "ReadyAt AS ready", "Deadline AS deadline", "Limit AS limit",
            $"pow(2 * sin(least(angle, pi()) / 2), 2) * {Margin} AS reach",
            .. Sphere("p_s", "Source"),
            .. Sphere("p_d", "Destination"),
            .. Span("s", "Source"),
            .. Span("d", "Destination"),
        ]);

    /// <summary>One row per bucket that may hold a candidate.</summary>
    private static DataFrame WithProbes(DataFrame packages, int level)
    {
        DataFrame probes = packages;
        foreach (string end in new[] { "s", "d" })
        {
            int last = (1 << (GeoGrid.Bits - level)) - 1;
            probes = probes
                .WithColumn($"{end}y", Explode(Expr($"sequence(shiftright({end}_south, {level}), shiftright({end}_north, {level}))")))
                .WithColumn(
                    $"{end}x",
                    Explode(Expr($"sequence(shiftright({end}_west, {level}), least(shiftright({end}_east, {level}), shiftright({end}_west, {level}) + {last}))")));
        }

        string key = GeoGrid.Key("sy", GeoGrid.Wrap("sx", level), "dy", GeoGrid.Wrap("dx", level));
        return probes.SelectExpr(
            $"{key} AS p_key", "package", "p_space", "p_review", "ready", "deadline", "limit", "reach", "p_sX", "p_sY", "p_sZ", "p_dX", "p_dY", "p_dZ");
    }

    private static DataFrame WithKey(DataFrame trips, int level)
    {
        string key = GeoGrid.Key(
            $"shiftright(t_s_row, {level})",
            $"shiftright(t_s_col & {(1 << GeoGrid.Bits) - 1}, {level})",
            $"shiftright(t_d_row, {level})",
            $"shiftright(t_d_col & {(1 << GeoGrid.Bits) - 1}, {level})");
        return trips.SelectExpr(
            $"{key} AS t_key", "trip", "t_space", "t_review", "leaves", "arrives", "detour", "t_sX", "t_sY", "t_sZ", "t_dX", "t_dY", "t_dZ");
    }

    private static string[] Sphere(string prefix, string end) =>
    [
        $"cos(radians({end}Latitude)) * cos(radians({end}Longitude)) AS {prefix}X",
        $"cos(radians({end}Latitude)) * sin(radians({end}Longitude)) AS {prefix}Y",
        $"sin(radians({end}Latitude)) AS {prefix}Z",
    ];

    /// <summary>The cells at level 0 between which a radius lies; a radius that reaches a pole spans all meridians.</summary>
    private static string[] Span(string prefix, string end)
    {
        string wide = $"if(abs(radians({end}Latitude)) + angle >= pi() / 2 OR sin(angle) >= cos(radians({end}Latitude)), 180D, degrees(asin(sin(angle) / cos(radians({end}Latitude)))))";
        return
        [
            $"{GeoGrid.Row($"greatest({end}Latitude - degrees(angle), -90D)")} AS {prefix}_south",
            $"{GeoGrid.Row($"least({end}Latitude + degrees(angle), 90D)")} AS {prefix}_north",
            $"{GeoGrid.Column($"{end}Longitude - {wide}")} AS {prefix}_west",
            $"{GeoGrid.Column($"{end}Longitude + {wide}")} AS {prefix}_east",
        ];
    }

    private static string Chord(string end) =>
        $"((p_{end}X - t_{end}X) * (p_{end}X - t_{end}X) + (p_{end}Y - t_{end}Y) * (p_{end}Y - t_{end}Y) + (p_{end}Z - t_{end}Z) * (p_{end}Z - t_{end}Z))";
}
