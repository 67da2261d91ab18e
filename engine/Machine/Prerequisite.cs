namespace SpecialDelivery.Engine.Machine;

/// <summary>Something the project needs from the machine.</summary>
/// <param name="Name">What.</param>
/// <param name="Found">Its version or place; null when it is missing or does not fit.</param>
/// <param name="Cure">What to do when it is missing.</param>
public sealed record Prerequisite(string Name, string? Found, string Cure);
