namespace SpecialDelivery.Core.Books;

/// <summary>Mean and quantiles of some numbers.</summary>
internal sealed class Spread
{
    private readonly List<double> _numbers = [];
    private bool _isSorted;

    public double? Mean => _numbers.Count == 0 ? null : _numbers.Average();

    public void Add(double number)
    {
        _numbers.Add(number);
        _isSorted = false;
    }

    /// <summary>The smallest number that at least the given share of all numbers does not exceed (nearest rank).</summary>
    public double? Quantile(double share)
    {
        if (!_isSorted)
        {
            _numbers.Sort();
            _isSorted = true;
        }

        return _numbers.Count == 0 ? null : _numbers[Math.Max(0, (int)Math.Ceiling(share * _numbers.Count) - 1)];
    }
}
