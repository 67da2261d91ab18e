namespace SpecialDelivery.Core.Books;

/// <summary>A package coming aboard a trip, or leaving it.</summary>
/// <param name="Trip">The trip.</param>
/// <param name="At">Wall clock of the ledger.</param>
/// <param name="Packages">1 or -1.</param>
/// <param name="Space">Room taken, negative when given back.</param>
/// <param name="AddedMetres">Added driving, negative when given back.</param>
internal readonly record struct LoadChange(TripAccount Trip, long At, int Packages, int Space, double AddedMetres);
