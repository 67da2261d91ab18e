namespace SpecialDelivery.Core.Matching;

/// <summary>A package that found its trip in a batch.</summary>
/// <param name="Pairing">The pair.</param>
/// <param name="Fence">Token of the claim.</param>
public readonly record struct Match(Pairing Pairing, long Fence);
