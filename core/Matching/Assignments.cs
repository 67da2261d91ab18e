using SpecialDelivery.Core.Settings;

namespace SpecialDelivery.Core.Matching;

/// <summary>The policies by name.</summary>
public static class Assignments
{
    /// <summary>The policy the settings name.</summary>
    /// <param name="settings">Settings of the matching job.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The settings name none.</exception>
    public static IAssignment For(MatchingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Policy switch
        {
            AssignmentPolicy.SortedGreedy => new GreedyAssignment(
                settings,
                c => c.AddedMetres - (c.Package.BatchesWaited * settings.WaitingBonusMetres),
                Comparer<Candidate>.Create(ByNames),
                (pickup, dropoff) => pickup + dropoff),
            AssignmentPolicy.NearestFirst => new GreedyAssignment(
                settings, c => c.Package.Package.ReadyAt, Comparer<Candidate>.Create(ByPickup), (pickup, _) => pickup),
            _ => throw new ArgumentOutOfRangeException(nameof(settings), settings.Policy, "No such policy."),
        };
    }

    private static int ByPickup(Candidate a, Candidate b)
    {
        int order = a.Package.Handle.CompareTo(b.Package.Handle);
        order = order != 0 ? order : a.PickupMetres.CompareTo(b.PickupMetres);
        return order != 0 ? order : ByNames(a, b);
    }

    // Trips of one timetable share both ends, so equal costs are common: the trip that leaves first goes first, later ones stay open longer.
    private static int ByNames(Candidate a, Candidate b)
    {
        int order = a.Trip.Trip.LeavesAt.CompareTo(b.Trip.Trip.LeavesAt);
        order = order != 0 ? order : a.Package.Handle.CompareTo(b.Package.Handle);
        return order != 0 ? order : a.Trip.Handle.CompareTo(b.Trip.Handle);
    }
}
