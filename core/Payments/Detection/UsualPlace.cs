namespace SpecialDelivery.Core.Payments.Detection;

/// <summary>A place where a user often pays.</summary>
/// <param name="User">The user.</param>
/// <param name="Place">The place.</param>
public readonly record struct UsualPlace(string User, string Place);
