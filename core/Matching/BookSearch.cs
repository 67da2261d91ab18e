using SpecialDelivery.Core.Orders;
using SpecialDelivery.Core.Settings;

namespace SpecialDelivery.Core.Matching;

/// <summary>Looks for trips in the book itself, over the whole radius.</summary>
/// <remarks>
/// For few packages: a search on Spark takes a good part of a second to plan and start, in which this one compares some hundred million
/// pairs. Trips stand in order of their source's latitude, so that a package looks only at a band around its own.
/// </remarks>
/// <param name="book">The book.</param>
/// <param name="assignment">What makes a trip cheap.</param>
/// <param name="settings">Rules and limits.</param>
internal sealed class BookSearch(OrderBook book, IAssignment assignment, MatchingSettings settings)
{
    // Of the Earth's mean radius, a little more than exact so that a trip on the limit is judged by distance and not by rounding.
    private const double DegreesPerMetre = 180 / Math.PI / Geo.GreatCircle.EarthRadiusMetres * 1.000001;

    /// <summary>The cheapest open trips that fit each package as the book stands now.</summary>
    /// <param name="packages">The packages.</param>
    /// <param name="cancel">Stops the search.</param>
    /// <returns>Per package at most the settings' number of candidates, the cheapest ones.</returns>
    public IReadOnlyList<Candidate> Find(IReadOnlyList<WaitingPackage> packages, CancellationToken cancel)
    {
        OpenTrip[] trips = [.. book.OpenTrips.Where(t => t.HasRoom(settings))];
        double[] latitudes = Array.ConvertAll(trips, t => t.Trip.Source.Latitude);
        Array.Sort(latitudes, trips);

        // Side by side in memory: most pairs end at a comparison or two, and fetching each trip for them would cost more than they do.
        Shelf shelf = new(trips, latitudes, Array.ConvertAll(trips, Terms.Of), Array.ConvertAll(trips, t => t.Route));
        return [.. packages.AsParallel().AsOrdered().WithCancellation(cancel).SelectMany(p => Nearest(p, shelf))];
    }

    private List<Candidate> Nearest(WaitingPackage package, Shelf shelf)
    {
        double band = settings.RadiusMetres * DegreesPerMetre;
        Package wanted = package.Package;
        double highest = wanted.Source.Latitude + band;
        List<Candidate> best = new(settings.Candidates + 1);
        double limit = settings.RadiusMetres;
        for (int i = FirstAtLeast(shelf.Latitudes, wanted.Source.Latitude - band); i < shelf.Trips.Length && shelf.Latitudes[i] <= highest; i++)
        {
            // A chord is never longer than its arc, and the pickup never dearer than the whole.
            if (!shelf.Terms[i].Allow(settings, wanted)
                || shelf.Routes[i].PickupChordMetres(package.Route) > limit
                || shelf.Routes[i].DropoffChordMetres(package.Route) > settings.RadiusMetres)
            {
                continue;
            }

            OpenTrip trip = shelf.Trips[i];
            Candidate candidate = new(package, trip, trip.Route.PickupMetres(package.Route), trip.Route.DropoffMetres(package.Route));
            if (candidate.PickupMetres <= settings.RadiusMetres
                && candidate.DropoffMetres <= settings.RadiusMetres
                && trip.HasRoom(settings, wanted.Space, candidate.AddedMetres))
            {
                int place = best.BinarySearch(candidate, Comparer<Candidate>.Create(ByCost));
                best.Insert(~place, candidate);
                if (best.Count > settings.Candidates)
                {
                    best.RemoveAt(settings.Candidates);
                    limit = Math.Min(limit, assignment.CostMetres(best[^1]));
                }
            }
        }

        return best;
    }

    // The same order as the search on Spark has: cost, then departure, then place in the topic.
    private int ByCost(Candidate a, Candidate b)
    {
        int order = assignment.CostMetres(a).CompareTo(assignment.CostMetres(b));
        order = order != 0 ? order : a.Trip.Trip.LeavesAt.CompareTo(b.Trip.Trip.LeavesAt);
        return order != 0 ? order : a.Trip.Handle.CompareTo(b.Trip.Handle);
    }

    private static int FirstAtLeast(double[] sorted, double value)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = sorted[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private sealed record Shelf(OpenTrip[] Trips, double[] Latitudes, Terms[] Terms, Route[] Routes);

    private readonly record struct Terms(long LeavesAt, long ArrivesAt, double Review)
    {
        public static Terms Of(OpenTrip open) => new(open.Trip.LeavesAt, open.Trip.ArrivesAt, open.Trip.Review);

        /// <summary><see cref="Fit.Allows"/> over copied fields.</summary>
        public bool Allow(MatchingSettings settings, Package package) =>
            (!settings.CheckWindow || (package.ReadyAt <= LeavesAt && ArrivesAt <= package.Deadline))
            && (!settings.CheckReview || Review >= package.LowestReview);
    }
}
