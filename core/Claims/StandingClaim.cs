namespace SpecialDelivery.Core.Claims;

/// <summary>A claim that the store holds.</summary>
/// <param name="Package">Package id.</param>
/// <param name="Trip">The trip that carries it.</param>
/// <param name="Fence">Token of the claim.</param>
public readonly record struct StandingClaim(string Package, string Trip, long Fence);
