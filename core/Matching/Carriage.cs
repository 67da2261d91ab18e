namespace SpecialDelivery.Core.Matching;

/// <summary>A package aboard a trip.</summary>
/// <param name="Waiting">The package, as it would wait again if the trip were withdrawn.</param>
/// <param name="Trip">Trip id.</param>
/// <param name="AddedMetres">Added driving charged to the trip.</param>
/// <param name="Fence">Token of the claim.</param>
public sealed record Carriage(WaitingPackage Waiting, string Trip, double AddedMetres, long Fence);
