namespace SpecialDelivery.Core.Claims;

/// <summary>A wish to give one package to one trip.</summary>
/// <param name="Package">Package id.</param>
/// <param name="Trip">Trip id.</param>
/// <param name="Space">Room the package takes.</param>
/// <param name="AddedMetres">Added driving it causes.</param>
/// <param name="TripSpace">Room the trip offers in all.</param>
/// <param name="TripDetourMetres">Added driving the trip accepts in all.</param>
/// <param name="TripPackages">Packages the trip may carry in all.</param>
public readonly record struct ClaimRequest(
    string Package,
    string Trip,
    int Space,
    double AddedMetres,
    int TripSpace,
    double TripDetourMetres,
    int TripPackages);
