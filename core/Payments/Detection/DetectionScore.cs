namespace SpecialDelivery.Core.Payments.Detection;

/// <summary>How good a detector was about one reason.</summary>
/// <param name="Labelled">Payments that a generator made stand out, and labelled.</param>
/// <param name="Recalled">Those of them that were found.</param>
/// <param name="Found">Events of the detector; one for a whole burst.</param>
/// <param name="Right">Those of them that are about what was labelled.</param>
public sealed record DetectionScore(long Labelled, long Recalled, long Found, long Right)
{
    /// <summary>Part of the events that are right; null without any.</summary>
    public double? Precision => Found == 0 ? null : (double)Right / Found;

    /// <summary>Part of the labelled payments that were found; null without any.</summary>
    public double? Recall => Labelled == 0 ? null : (double)Recalled / Labelled;
}
