namespace SpecialDelivery.Core.Payments.Detection;

/// <summary>Count, sum and sum of squares of amounts: all that mean and deviation need, and two of them add up to that of both.</summary>
/// <param name="Count">How many.</param>
/// <param name="Cents">Sum.</param>
/// <param name="SquaredCents">Sum of squares.</param>
public readonly record struct Moments(long Count, double Cents, double SquaredCents)
{
    /// <summary>Mean, cents; NaN of nothing.</summary>
    public double Mean => Cents / Count;

    /// <summary>Standard deviation, cents, at least 1: amounts are no finer.</summary>
    public double Deviation => Math.Sqrt(Math.Max((SquaredCents / Count) - (Mean * Mean), 1));

    /// <summary>Those of both together.</summary>
    public static Moments operator +(Moments a, Moments b) => Add(a, b);

    /// <summary>Those of both together.</summary>
    public static Moments Add(Moments a, Moments b) => new(a.Count + b.Count, a.Cents + b.Cents, a.SquaredCents + b.SquaredCents);

    /// <summary>How many deviations an amount lies above the mean.</summary>
    /// <param name="cents">The amount.</param>
    public double Deviations(long cents) => (cents - Mean) / Deviation;
}
