using SpecialDelivery.Core.Orders;
using SpecialDelivery.Core.Settings;

namespace SpecialDelivery.Core.Books;

/// <summary>Replays what came aboard each trip, and finds those that were ever too full.</summary>
internal static class LoadCheck
{
    /// <summary>Checks all trips.</summary>
    /// <param name="settings">Which limits count.</param>
    /// <param name="changes">All changes, in any order.</param>
    /// <param name="faults">Receives at most one overrun of each kind per trip.</param>
    public static void Run(MatchingSettings settings, List<LoadChange> changes, FaultLog faults)
    {
        // The ledger is ordered per package, not per trip, so the wall clock decides; within one millisecond room is given back before it is taken.
        foreach (IGrouping<TripAccount, LoadChange> ofTrip in changes.GroupBy(change => change.Trip))
        {
            if (ofTrip.Key.Trip is { } trip)
            {
                Check(settings, trip, ofTrip.OrderBy(change => change.At).ThenBy(change => change.Packages), faults);
            }
        }
    }

    private static void Check(MatchingSettings settings, Trip trip, IEnumerable<LoadChange> changes, FaultLog faults)
    {
        int packages = 0, mostPackages = 0;
        long space = 0, mostSpace = 0;
        double added = 0, mostAdded = 0;
        foreach (LoadChange change in changes)
        {
            mostPackages = Math.Max(mostPackages, packages += change.Packages);
            mostSpace = Math.Max(mostSpace, space += change.Space);
            mostAdded = Math.Max(mostAdded, added += change.AddedMetres);
        }

        if (settings.CheckSpace && mostSpace > trip.Space)
        {
            faults.Add(RecountFault.SpaceOverrun, $"trip {trip.Id} carries {mostSpace} of space {trip.Space}");
        }
        else if (mostPackages > settings.PackagesPerTrip)
        {
            faults.Add(RecountFault.SpaceOverrun, $"trip {trip.Id} carries {mostPackages} packages of at most {settings.PackagesPerTrip}");
        }

        if (settings.CheckDetour && mostAdded > trip.DetourMetres + (mostPackages * Detour.ToleranceMetres))
        {
            faults.Add(RecountFault.DetourOverrun, $"trip {trip.Id} adds {mostAdded:F1} m of at most {trip.DetourMetres:F1} m");
        }
    }
}
