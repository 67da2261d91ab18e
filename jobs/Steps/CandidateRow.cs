namespace SpecialDelivery.Jobs.Steps;

/// <summary>A pair that the search found.</summary>
internal sealed record CandidateRow(long Package, long Trip, double Pickup, double Dropoff);
