using SpecialDelivery.Core.Events;

namespace SpecialDelivery.Platform.Redis;

/// <summary>Folds the ledger into the fields of the claim store; the last word on a package counts.</summary>
internal sealed class LedgerReplay
{
    private readonly Dictionary<string, ClaimEvent?> _carried = [];
    private readonly HashSet<string> _withdrawnTrips = [];

    /// <summary>Events folded in.</summary>
    public long Events { get; private set; }

    /// <summary>Highest fence of any event.</summary>
    public long HighestFence { get; private set; }

    /// <summary>Packages that a trip carries.</summary>
    public int Claimed => _carried.Count - Ended;

    /// <summary>Packages that have ended.</summary>
    public int Ended => _carried.Values.Count(claim => claim is null);

    public void Add(ClaimEvent entry)
    {
        Events++;
        HighestFence = Math.Max(HighestFence, entry.Fence ?? 0);
        switch (entry.State)
        {
            case ClaimState.Claimed:
                _carried[entry.Package] = entry is { Trip: not null, Fence: not null, Space: not null, AddedMetres: not null } ? entry : throw new FormatException(
                    $"The ledger's claim of package '{entry.Package}' lacks its trip, fence, space or added_metres: the store cannot be rebuilt from it.");
                break;
            case ClaimState.Released:
                // A repeated batch tells again of a release after the claim that followed it: that one stands.
                if (_carried.GetValueOrDefault(entry.Package) is { } claim && claim.Trip == entry.Trip)
                {
                    _carried.Remove(entry.Package);
                }

                if (entry.Trip is { } trip)
                {
                    _withdrawnTrips.Add(trip);
                }

                break;
            default:
                _carried[entry.Package] = null;
                break;
        }
    }

    /// <summary>The fields of hash <c>packages</c>.</summary>
    public IEnumerable<KeyValuePair<string, string>> Packages() => _carried.Select(package => KeyValuePair.Create(
        package.Key,
        package.Value is { } claim ? Field(claim) : StoredClaim.Gone));

    /// <summary>The fields of hash <c>trips</c>.</summary>
    public IEnumerable<KeyValuePair<string, string>> Trips() => _carried.Values
        .OfType<ClaimEvent>()
        .Where(claim => !_withdrawnTrips.Contains(claim.Trip!))
        .GroupBy(claim => claim.Trip!)
        .Select(trip => KeyValuePair.Create(
            trip.Key,
            new StoredUsage(trip.Sum(claim => claim.Space!.Value), trip.Sum(claim => ClaimText.Micrometres(claim.AddedMetres!.Value)), trip.Count()).ToString()))
        .Concat(_withdrawnTrips.Select(trip => KeyValuePair.Create(trip, StoredClaim.Gone)));

    private static string Field(ClaimEvent claim) =>
        new StoredClaim(claim.Trip!, claim.Fence!.Value, claim.Space!.Value, ClaimText.Micrometres(claim.AddedMetres!.Value)).ToString();
}
