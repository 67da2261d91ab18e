using SpecialDelivery.Core.Payments.Detection;

namespace SpecialDelivery.Jobs.Steps;

/// <summary>A row of <see cref="PaymentSums"/>: payments added up, or one record that is none.</summary>
/// <param name="Group">The payments.</param>
/// <param name="Refused">The record.</param>
internal sealed record PaymentSumsRow(PaymentGroup? Group, RefusedPayment? Refused);
