namespace SpecialDelivery.Core.Payments.Detection;

/// <summary>By what a payment is kept apart for the detector: too much rather than too little.</summary>
/// <param name="UnusualCents">Amounts above this.</param>
/// <param name="UsualPlaces">Places that are usual for a user: any other is suspicious; empty when places are not looked at.</param>
public sealed record Suspicion(long UnusualCents, IReadOnlyList<UsualPlace> UsualPlaces)
{
    /// <summary>More places than this would be more to send to each executor, batch after batch, than they are worth.</summary>
    private const int MostPlaces = 50_000;

    /// <summary>What the history makes suspicious.</summary>
    /// <param name="history">What users and merchants are used to.</param>
    /// <param name="deviations">From how many deviations on an amount is unusual.</param>
    public static Suspicion Of(PaymentHistory history, double deviations)
    {
        ArgumentNullException.ThrowIfNull(history);
        UsualPlace[] places = [.. history.UsualPlaces()];
        return new(history.LeastUnusualCents(deviations), places.Length <= MostPlaces ? places : []);
    }
}
