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

    /// <summary>All that was learned, in no order.</summary>
    public IEnumerable<Habit> Habits =>
    [
        .. _users.Select(user => new Habit(user.Key, null, null, user.Value.Count, user.Value.Cents, user.Value.SquaredCents)),
        .. _merchants.Select(merchant => new Habit(null, merchant.Key, null, merchant.Value.Count, merchant.Value.Cents, merchant.Value.SquaredCents)),
        .. _places.Select(place => new Habit(place.Key.User, null, place.Key.Place, place.Value, 0, 0)),
    ];

    /// <summary>Learns from ordinary payments.</summary>
    /// <param name="group">The payments.</param>
    public void Learn(in PaymentGroup group)
    {
        Moments moments = new(group.Count, group.Cents, group.SquaredCents);
        Add(_users, group.User, moments);
        Add(_merchants, group.Merchant, moments);
        AddPlace(group.User, group.Place, group.Count);
    }

    /// <summary>Learns what another history knows.</summary>
    /// <param name="habit">One of its habits.</param>
    /// <exception cref="ArgumentException">The habit is nobody's.</exception>
    public void Learn(Habit habit)
    {
        ArgumentNullException.ThrowIfNull(habit);
        Moments moments = new(habit.Count, habit.Cents, habit.SquaredCents);
        switch (habit)
        {
            case { User: { } user, Place: { } place }:
                AddPlace(user, place, habit.Count);
                break;
            case { User: { } user }:
                Add(_users, user, moments);
                break;
            case { Merchant: { } merchant }:
                Add(_merchants, merchant, moments);
                break;
            default:
                throw new ArgumentException("A habit is a user's, a merchant's, or a user's at a place; this one is nobody's.", nameof(habit));
        }
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

    private static void Add(Dictionary<string, Moments> all, string name, Moments moments) => all[name] = all.GetValueOrDefault(name) + moments;

    private void AddPlace(string user, string place, long count) => _places[(user, place)] = _places.GetValueOrDefault((user, place)) + count;
}
