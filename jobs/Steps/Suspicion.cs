using SpecialDelivery.Core.Payments;
using SpecialDelivery.Core.Payments.Detection;

namespace SpecialDelivery.Jobs.Steps;

/// <summary>By what a payment is kept apart for the detector: too much rather than too little.</summary>
/// <param name="UnusualCents">Amounts above this.</param>
/// <param name="UsualPlaces"><c>user|place</c>: every other place; empty when places are not looked at.</param>
internal sealed record Suspicion(long UnusualCents, IReadOnlyList<string> UsualPlaces)
{
    /// <summary>More places than this would cost each record more than they are worth in one expression.</summary>
    private const int MostPlaces = 50_000;

    /// <summary>What the history makes suspicious.</summary>
    /// <param name="history">What users and merchants are used to.</param>
    /// <param name="deviations">From how many deviations on an amount is unusual.</param>
    public static Suspicion Of(PaymentHistory history, double deviations)
    {
        string[] places = [.. history.UsualPlaces().Select(usual => $"{usual.User}{PaymentForm.Separator}{usual.Place}")];
        return new(history.LeastUnusualCents(deviations), places.Length <= MostPlaces ? places : []);
    }
}
