namespace SpecialDelivery.Core.Payments.Detection;

/// <summary>A thing that a history knows: a user's amounts, a merchant's amounts, or how often a user pays at a place.</summary>
/// <param name="User">The user; null for a merchant's amounts.</param>
/// <param name="Merchant">The merchant; null for what is about a user.</param>
/// <param name="Place">The place; null for amounts.</param>
/// <param name="Count">How many payments.</param>
/// <param name="Cents">Sum of the amounts; 0 of a place.</param>
/// <param name="SquaredCents">Sum of the squares of the amounts; 0 of a place.</param>
public sealed record Habit(string? User, string? Merchant, string? Place, long Count, double Cents, double SquaredCents);
