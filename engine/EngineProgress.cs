namespace SpecialDelivery.Engine;

/// <summary>One step of work that takes a while.</summary>
/// <param name="Subject">The server or part it is about.</param>
/// <param name="Message">What happens, in a few words.</param>
/// <param name="Fraction">0..1 when the end is known.</param>
public sealed record EngineProgress(string Subject, string Message, double? Fraction = null);
