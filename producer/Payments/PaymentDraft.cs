using SpecialDelivery.Core.Payments;

namespace SpecialDelivery.Producer.Payments;

/// <summary>A payment before it becomes bytes: indices in place of names.</summary>
/// <param name="Id">Which one, from 0.</param>
/// <param name="Key">First half of its transaction id; <paramref name="Id"/> is in the second.</param>
/// <param name="User">Number of the user.</param>
/// <param name="Merchant">Number of the merchant.</param>
/// <param name="Cents">Amount.</param>
/// <param name="Time">Unix milliseconds.</param>
/// <param name="IsRefund">Whether the money goes back.</param>
/// <param name="Place">Index in <see cref="Places.All"/>.</param>
/// <param name="Method">Index in <see cref="PaymentWriter.Methods"/>.</param>
/// <param name="IsInternational">Whether it crosses a border.</param>
/// <param name="Anomaly">What is odd about it; null when nothing is.</param>
internal readonly record struct PaymentDraft(
    long Id,
    ulong Key,
    int User,
    int Merchant,
    int Cents,
    long Time,
    bool IsRefund,
    int Place,
    int Method,
    bool IsInternational,
    AnomalyReason? Anomaly);
