using System.Numerics;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Core.Settings;

namespace SpecialDelivery.Core.Matching;

/// <summary>Bounds of a few trips: a box around their sources, one around their destinations, and the best terms among them.</summary>
internal readonly record struct TripBox
{
    private static readonly Vector3 Nowhere = new(float.PositiveInfinity);

    private Vector3 SourceLow { get; init; }

    private Vector3 SourceHigh { get; init; }

    private Vector3 DestinationLow { get; init; }

    private Vector3 DestinationHigh { get; init; }

    private long LastDeparture { get; init; }

    private long FirstArrival { get; init; }

    private double BestReview { get; init; }

    private int MostSpace { get; init; }

    /// <summary>The most added driving that one of the trips has left, metres.</summary>
    public double LongestDetourMetres { get; private init; }

    /// <summary>The coordinate in which the box is widest: 0 to 2 of the sources, 3 to 5 of the destinations.</summary>
    public int WidestAxis
    {
        get
        {
            (Vector3 source, Vector3 destination) = (SourceHigh - SourceLow, DestinationHigh - DestinationLow);
            int widest = 0;
            for (int axis = 1; axis < 6; axis++)
            {
                widest = Width(axis) > Width(widest) ? axis : widest;
            }

            return widest;

            float Width(int axis) => axis < 3 ? source[axis] : destination[axis - 3];
        }
    }

    /// <summary>The bounds of some trips.</summary>
    /// <param name="trips">The trips; none give a box in which nothing fits.</param>
    public static TripBox Around(ReadOnlySpan<TripEntry> trips)
    {
        (Vector3 sourceLow, Vector3 sourceHigh, Vector3 destinationLow, Vector3 destinationHigh) = (Nowhere, -Nowhere, Nowhere, -Nowhere);
        (long lastDeparture, long firstArrival, double bestReview) = (long.MinValue, long.MaxValue, double.NegativeInfinity);
        (int mostSpace, double longestDetour) = (int.MinValue, double.NegativeInfinity);
        foreach (ref readonly TripEntry trip in trips)
        {
            (Vector3 source, Vector3 destination) = (trip.Source, trip.Destination);
            (sourceLow, sourceHigh) = (Vector3.Min(sourceLow, source), Vector3.Max(sourceHigh, source));
            (destinationLow, destinationHigh) = (Vector3.Min(destinationLow, destination), Vector3.Max(destinationHigh, destination));
            lastDeparture = Math.Max(lastDeparture, trip.LeavesAt);
            firstArrival = Math.Min(firstArrival, trip.ArrivesAt);
            bestReview = Math.Max(bestReview, trip.Review);
            mostSpace = Math.Max(mostSpace, trip.SpaceLeft);
            longestDetour = Math.Max(longestDetour, trip.DetourLeftMetres);
        }

        return new TripBox
        {
            SourceLow = sourceLow,
            SourceHigh = sourceHigh,
            DestinationLow = destinationLow,
            DestinationHigh = destinationHigh,
            LastDeparture = lastDeparture,
            FirstArrival = firstArrival,
            BestReview = bestReview,
            MostSpace = mostSpace,
            LongestDetourMetres = longestDetour,
        };
    }

    /// <summary>No trip of the box has a shorter pickup or a shorter dropoff.</summary>
    /// <param name="package">The package's route.</param>
    /// <returns>Metres, at least 0; infinity for an empty box.</returns>
    public (double Pickup, double Dropoff) LeastMetres(in Route package) =>
        (Gap(SourceLow, SourceHigh, package.Source), Gap(DestinationLow, DestinationHigh, package.Destination));

    /// <summary>Whether a trip of the box could meet a package's rating, room and time window.</summary>
    /// <param name="settings">Which rules count.</param>
    /// <param name="package">The package.</param>
    /// <returns>False when <see cref="TripEntry.MayTake"/> refuses each of them.</returns>
    public bool MayTake(MatchingSettings settings, Package package) =>
        (!settings.CheckReview || BestReview >= package.LowestReview)
        && (!settings.CheckSpace || MostSpace >= package.Space)
        && (!settings.CheckWindow || (package.ReadyAt <= LastDeparture && FirstArrival <= package.Deadline));

    private static double Gap(Vector3 low, Vector3 high, Vector3 point) =>
        TripEntry.AtLeast(Vector3.Max(Vector3.Max(low - point, point - high), Vector3.Zero));
}
