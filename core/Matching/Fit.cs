using SpecialDelivery.Core.Orders;
using SpecialDelivery.Core.Settings;

namespace SpecialDelivery.Core.Matching;

/// <summary>Which trips may carry which packages, room left aside.</summary>
public static class Fit
{
    /// <summary>Whether rating and time window allow a pair.</summary>
    /// <param name="settings">Which rules count.</param>
    /// <param name="trip">The trip.</param>
    /// <param name="package">The package.</param>
    /// <returns>True when every rule that counts is met.</returns>
    public static bool Allows(MatchingSettings settings, Trip trip, Package package)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(trip);
        ArgumentNullException.ThrowIfNull(package);
        return (!settings.CheckReview || trip.Review >= package.LowestReview)
            && (!settings.CheckWindow || (package.ReadyAt <= trip.LeavesAt && trip.ArrivesAt <= package.Deadline));
    }
}
