using SpecialDelivery.Core.Geo;
using SpecialDelivery.Core.Settings;

namespace SpecialDelivery.Core.Payments.Detection;

/// <summary>Compares a payment at an unusual place with the same user's nearest payment at a usual one: how fast would it have had to travel?</summary>
internal sealed class TravelCheck
{
    private readonly PaymentHistory _history;
    private readonly TransactionsSettings _settings;
    private readonly Dictionary<string, List<(long Second, string Place)>> _usual = [];

    /// <summary>Remembers where the users of a batch were, as far as it may matter.</summary>
    public TravelCheck(IReadOnlyList<PaymentGroup> groups, PaymentHistory history, TransactionsSettings settings)
    {
        (_history, _settings) = (history, settings);
        foreach (PaymentGroup group in groups)
        {
            if (group.Odd is not null && !history.IsUsual(group.User, group.Place))
            {
                _usual.TryAdd(group.User, []);
            }
        }

        foreach (PaymentGroup group in groups)
        {
            if (_usual.TryGetValue(group.User, out List<(long, string)>? places) && history.IsUsual(group.User, group.Place))
            {
                places.Add((group.Second, group.Place));
            }
        }

        foreach (List<(long Second, string Place)> places in _usual.Values)
        {
            places.Sort();
        }
    }

    /// <summary>Judges a payment that is kept apart.</summary>
    public AnomalyEvent? Look(in PaymentGroup group, long batch)
    {
        if (!_usual.TryGetValue(group.User, out List<(long Second, string Place)>? usual) || usual.Count == 0
            || _history.IsUsual(group.User, group.Place) || Places.Find(group.Place) is not { } here)
        {
            return null;
        }

        (long second, string place) = Nearest(usual, group.Second);
        if (Places.Find(place) is not { } there)
        {
            return null;
        }

        // Seconds are whole: the time between may be up to one more than they tell.
        double kilometres = GreatCircle.DistanceMetres(here.Position, there.Position) / 1_000;
        long seconds = Math.Abs(group.Second - second) + 1;
        double speed = kilometres / seconds * 3_600;
        return speed < _settings.FastestTravel ? null : AnomalyDetector.Event(group, AnomalyReason.Travel, speed, batch) with
        {
            Detail = $"{group.User} paid in {place} and {kilometres:0} km away in {group.Place} within {seconds} s",
        };
    }

    private static (long Second, string Place) Nearest(List<(long Second, string Place)> places, long second)
    {
        int at = places.BinarySearch((second, ""));
        at = Math.Min(at < 0 ? ~at : at, places.Count - 1);
        return at > 0 && second - places[at - 1].Second < Math.Abs(places[at].Second - second) ? places[at - 1] : places[at];
    }
}
