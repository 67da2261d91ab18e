using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Core.Settings;

namespace SpecialDelivery.Core.Books;

/// <summary>Sorts the packages by what became of them.</summary>
internal sealed class Tally(MatchingSettings settings, EventClock clock, FaultLog faults)
{
    private readonly MatchCheck _matches = new(settings, faults);

    public int Packages { get; private set; }

    public int Matched { get; private set; }

    public int Waiting { get; private set; }

    public int Expired { get; private set; }

    public int Withdrawn { get; private set; }

    public List<LoadChange> Changes { get; } = [];

    public Spread AddedKilometres { get; } = new();

    public Spread TimeToMatchMilliseconds { get; } = new();

    public void Add(PackageAccount account)
    {
        LedgerReplay replay = new(account, faults, Changes);
        replay.Run();
        _matches.Run(account);
        CheckEnds(account, replay);
        if (account.Package is not { } package)
        {
            if (account.Matches.IsEmpty)
            {
                faults.Add(RecountFault.Contradiction, $"package {account.Id} is in the results, but was never posted");
            }

            return;
        }

        Packages++;
        if (replay.End is { } end)
        {
            Expired += end is ClaimState.Expired ? 1 : 0;
            Withdrawn += end is ClaimState.Withdrawn ? 1 : 0;
        }
        else if (replay.Live is { } claim)
        {
            Matched++;
            Measure(account, package, claim);
        }
        else if (Missing(account, package) is { } why)
        {
            faults.Add(RecountFault.Lost, $"package {account.Id} {why}");
        }
        else
        {
            Waiting++;
        }
    }

    private string? Missing(PackageAccount account, Package package)
    {
        if (account.IsWithdrawn)
        {
            return "was withdrawn, but the ledger does not end it";
        }

        if (package.Deadline <= clock.Certain)
        {
            return $"should have expired at {package.Deadline}, event time is {clock.Certain}";
        }

        return account.IsKnownToWait || !account.Ledger.IsEmpty ? null : "is in no result topic at all";
    }

    private void CheckEnds(PackageAccount account, LedgerReplay replay)
    {
        if (replay.End is ClaimState.Expired && account.Package is { } package && package.Deadline > clock.Possible)
        {
            faults.Add(RecountFault.Contradiction, $"package {account.Id} expired before its deadline {package.Deadline}, event time is {clock.Possible}");
        }

        if (replay.End is ClaimState.Withdrawn && account is { Package: not null, IsWithdrawn: false })
        {
            faults.Add(RecountFault.Contradiction, $"package {account.Id} ended as withdrawn, but nobody withdrew it");
        }

        ClaimState? told = account.UnmatchedEnd switch
        {
            UnmatchedReason.Expired => ClaimState.Expired,
            UnmatchedReason.Withdrawn => ClaimState.Withdrawn,
            _ => null,
        };
        if (told is not null && told != replay.End)
        {
            faults.Add(RecountFault.Contradiction, $"package {account.Id} ended as {told} in topic unmatched, but not in the ledger");
        }

        // A trip that event time never reached cannot have left, so its tombstone must have freed its packages.
        if (replay.Live?.Trip is { IsWithdrawn: true, Trip: { } trip } && trip.LeavesAt > clock.Possible)
        {
            faults.Add(RecountFault.Contradiction, $"package {account.Id} is still aboard trip {trip.Id}, which was withdrawn");
        }
    }

    private void Measure(PackageAccount account, Package package, in LedgerEntry claim)
    {
        if (claim.Trip?.Trip is { } trip)
        {
            AddedKilometres.Add(Detour.Of(trip, package).AddedMetres / 1_000);
        }

        if (account.SentAt is { } sentAt && !account.Matches.IsEmpty)
        {
            TimeToMatchMilliseconds.Add(account.Matches[0].MatchedAt - sentAt);
        }
    }
}
