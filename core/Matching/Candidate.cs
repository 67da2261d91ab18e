namespace SpecialDelivery.Core.Matching;

/// <summary>A trip that could carry a package.</summary>
/// <param name="Package">The package.</param>
/// <param name="Trip">The trip.</param>
/// <param name="PickupMetres">Great circle from the trip's source to the package's.</param>
/// <param name="DropoffMetres">Great circle between the two destinations.</param>
public readonly record struct Candidate(WaitingPackage Package, OpenTrip Trip, double PickupMetres, double DropoffMetres)
{
    /// <summary>The cost in metres: pickup and dropoff together.</summary>
    public double AddedMetres => PickupMetres + DropoffMetres;
}
