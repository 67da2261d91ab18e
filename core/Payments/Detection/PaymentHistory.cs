namespace SpecialDelivery.Core.Payments.Detection;

/// <summary>What users and merchants are used to: moments of their amounts, and where users pay. What stood out is not learned, so it does not become usual.</summary>
public sealed class PaymentHistory
{
    /// <summary>Fewest payments from which a habit is told.</summary>
    public const int Enough = 30;

    /// <summary>Part of a user's payments from which a place is usual for it.</summary>
    private const double UsualPart = 0.05;

    private readonly Dictionary<string, Moments> _users = [];
    private readonly Dictionary<string, Moments> _merchants = [];
    private readonly Dictionary<(string User, string Place), long> _places = [];

    /// <summary>Whether nothing was learned yet.</summary>
    public bool IsEmpty => _users.Count == 0;

    /// <summary>Learns from ordinary payments.</summary>
    /// <param name="group">The payments.</param>
    public void Learn(in PaymentGroup group)
    {
        Moments moments = new(group.Count, group.Cents, group.SquaredCents);
        _users[group.User] = _users.GetValueOrDefault(group.User) + moments;
        _merchants[group.Merchant] = _merchants.GetValueOrDefault(group.Merchant) + moments;
        _places[(group.User, group.Place)] = _places.GetValueOrDefault((group.User, group.Place)) + group.Count;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _users.Clear();
        _merchants.Clear();
        _places.Clear();
    }

    /// <summary>A user's amounts; null while too few are known.</summary>
    public Moments? OfUser(string user) => _users.TryGetValue(user, out Moments moments) && moments.Count >= Enough ? moments : null;

    /// <summary>A merchant's amounts; null while too few are known.</summary>
    public Moments? OfMerchant(string merchant) => _merchants.TryGetValue(merchant, out Moments moments) && moments.Count >= Enough ? moments : null;

    /// <summary>Whether a user often pays at a place.</summary>
    public bool IsUsual(string user, string place) =>
        OfUser(user) is { } moments && _places.GetValueOrDefault((user, place)) >= UsualPart * moments.Count;

    /// <summary>Users and the places where they often pay.</summary>
    public IEnumerable<UsualPlace> UsualPlaces() => _places.Keys.Where(key => IsUsual(key.User, key.Place)).Select(key => new UsualPlace(key.User, key.Place));

    /// <summary>The amount above which somebody might find one unusual.</summary>
    /// <param name="deviations">How many deviations above the mean are unusual.</param>
    /// <returns>Cents; the largest number while nothing is known.</returns>
    public long LeastUnusualCents(double deviations)
    {
        double least = long.MaxValue;
        foreach (Moments moments in _users.Values.Where(moments => moments.Count >= Enough))
        {
            least = Math.Min(least, moments.Mean + (deviations * moments.Deviation));
        }

        return least >= long.MaxValue ? long.MaxValue : (long)least;
    }
}
